package io.github.cloudwatchlogging.autoconfigure.actuate;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.cloudwatchlogging.settings.BufferSettings;
import io.github.cloudwatchlogging.settings.DeliverySettings;
import io.github.cloudwatchlogging.settings.SpoolSettings;

/**
 * The settings in force by the names of their properties. Those that can hold a secret or
 * an account's id (credentials, the KMS key, tags, entity) are left out.
 */
final class SettingsReport {

	private SettingsReport() {
	}

	static Map<String, Object> of(DeliverySettings settings) {
		Map<String, Object> report = new LinkedHashMap<>();
		report.put("batch.max-delay", settings.batch().maxDelay());
		report.put("batch.max-size", settings.batch().maxBytes());
		report.put("batch.max-events", settings.batch().maxEvents());
		report.put("max-destinations", settings.maxDestinations());
		put(report, settings.buffer());
		put(report, settings.spool());
		report.put("delivery.concurrency", settings.concurrency());
		report.put("retry.initial-delay", settings.retry().initialDelay());
		report.put("retry.max-delay", settings.retry().maxDelay());
		report.put("create.group", settings.create().group());
		report.put("create.stream", settings.create().stream());
		return report;
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
