package io.github.cloudwatchlogging.autoconfigure.actuate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.cloudwatchlogging.aws.Connection;
import io.github.cloudwatchlogging.event.AccountIds;
import io.github.cloudwatchlogging.logback.AppenderSettings;
import io.github.cloudwatchlogging.logback.format.EventFormat;
import io.github.cloudwatchlogging.logback.routing.RouteSummary;
import io.github.cloudwatchlogging.logback.routing.Routing;
import io.github.cloudwatchlogging.settings.BufferSettings;
import io.github.cloudwatchlogging.settings.CreateSettings;
import io.github.cloudwatchlogging.settings.DeliverySettings;
import io.github.cloudwatchlogging.settings.LogGroupClass;
import io.github.cloudwatchlogging.settings.SpoolSettings;
import org.jspecify.annotations.Nullable;

/**
 * The settings in force by the names of their properties. Those that can hold a secret or
 * an account's id (credentials, the KMS key, tags, entity) are left out.
 */
final class SettingsReport {

	private SettingsReport() {
	}

	static Map<String, Object> of(AppenderSettings all, Connection connection) {
		Map<String, Object> report = new LinkedHashMap<>();
		putIfKnown(report, "region", connection.region());
		putIfKnown(report, "endpoint", connection.endpoint());
		put(report, all.routing(), all.format());
		put(report, all.delivery());
		report.put("oversize", Names.of(all.oversize()));
		report.put("fallback", Names.of(all.fallback()));
		report.put("shutdown.timeout", all.shutdownTimeout());
		return report;
	}

	private static void put(Map<String, Object> report, Routing routing, EventFormat format) {
		List<RouteSummary> routes = routing.summaries();
		int last = routes.size() - 1;
		put(report, "", routes.get(last));
		report.put("format", format.name());
		for (int index = 0; index < last; index++) {
			String prefix = "routes[" + index + "].";
			report.put(prefix + "loggers", routes.get(index).loggers());
			put(report, prefix, routes.get(index));
			putIfKnown(report, prefix + "format", routes.get(index).format());
			report.put(prefix + "continue", routes.get(index).proceed());
		}
	}

	private static void put(Map<String, Object> report, String prefix, RouteSummary route) {
		report.put(prefix + "group", AccountIds.hide(route.group()));
		report.put(prefix + "stream", AccountIds.hide(route.stream()));
		report.put(prefix + "level", route.level().toString());
	}

	private static void putIfKnown(Map<String, Object> report, String setting, @Nullable Object value) {
		if (value != null) {
			report.put(setting, value);
		}
	}

	private static void put(Map<String, Object> report, DeliverySettings settings) {
		report.put("batch.max-delay", settings.batch().maxDelay());
		report.put("batch.max-size", settings.batch().maxBytes());
		report.put("batch.max-events", settings.batch().maxEvents());
		report.put("max-destinations", settings.maxDestinations());
		put(report, settings.buffer());
		put(report, settings.spool());
		report.put("delivery.concurrency", settings.concurrency());
		report.put("retry.initial-delay", settings.retry().initialDelay());
		report.put("retry.max-delay", settings.retry().maxDelay());
		put(report, settings.create());
	}

	private static void put(Map<String, Object> report, CreateSettings create) {
		report.put("create.group", create.group());
		report.put("create.stream", create.stream());
		putIfKnown(report, "create.retention-days", create.retentionDays());
		LogGroupClass groupClass = create.groupClass();
		putIfKnown(report, "create.group-class", (groupClass != null) ? Names.of(groupClass) : null);
		report.put("create.deletion-protection", create.deletionProtection());
	}

	private static void put(Map<String, Object> report, BufferSettings buffer) {
		report.put("buffer.max-size", buffer.maxBytes());
		report.put("buffer.when-full", Names.of(buffer.whenFull()));
		report.put("buffer.block-timeout", buffer.blockTimeout());
		report.put("buffer.low-level-threshold", buffer.lowLevelThreshold());
	}

	private static void put(Map<String, Object> report, SpoolSettings spool) {
		report.put("spool.enabled", spool.enabled());
		if (spool.enabled()) {
			report.put("spool.directory", spool.directory().toString());
			report.put("spool.max-size", spool.maxBytes());
			report.put("spool.sync", Names.of(spool.sync()));
		}
	}

}
