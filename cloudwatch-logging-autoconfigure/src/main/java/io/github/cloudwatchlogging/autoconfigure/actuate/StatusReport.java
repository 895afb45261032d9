package io.github.cloudwatchlogging.autoconfigure.actuate;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.cloudwatchlogging.delivery.DeliverySnapshot;
import io.github.cloudwatchlogging.spool.SpoolSnapshot;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * Where all events are, as operators read it.
 *
 * @param running whether all appenders are started
 * @param events where the events are
 * @param bufferUsedBytes the memory that pending batches hold
 * @param bufferLimitBytes the bound on it
 * @param spool where the spool stands, or {@code null} if there is none
 * @param lastDelivered when the service last took events, or {@code null}
 * @param lastLoss when an event was last rejected or dropped, or {@code null}
 * @param rejectedEntities how many calls delivered their events without their entity
 * @param recentFailures the last failures, newest first
 * @param streams how each stream does
 * @param settings what is in force, by the names of the properties; where there are
 * several appenders, the same for each of them by its name; nothing secret
 */
record StatusReport(boolean running, EventReport events, long bufferUsedBytes, long bufferLimitBytes,
		@Nullable SpoolSnapshot spool, @Nullable Instant lastDelivered, @Nullable Instant lastLoss,
		Map<String, Long> rejectedEntities, List<FailureReport> recentFailures, List<StreamReport> streams,
		Map<String, Object> settings) implements OperationResponseBody {

	static StatusReport of(List<AppenderStatus> appenders) {
		DeliverySnapshot sum = AppenderStatus.sum(appenders);
		return new StatusReport(appenders.stream().allMatch((appender) -> appender.settings() != null),
				EventReport.of(sum.balance()), sum.bufferUsedBytes(), sum.bufferLimitBytes(), sum.spool(),
				sum.history().lastDelivered(), sum.history().lastLoss(), sum.rejectedEntities(),
				appenders.stream()
					.flatMap(AppenderStatus::recentFailures)
					.sorted(Comparator.comparing(FailureReport::time).reversed())
					.toList(),
				appenders.stream().flatMap(AppenderStatus::streams).toList(), settings(appenders));
	}

	private static Map<String, Object> settings(List<AppenderStatus> appenders) {
		Map<String, Object> settings = new LinkedHashMap<>();
		for (AppenderStatus appender : appenders) {
			if (appender.settings() != null) {
				Map<String, Object> own = SettingsReport.of(appender.settings(), appender.connection());
				settings.putAll(appender.name().isEmpty() ? own : Map.of(appender.name(), own));
			}
		}
		return settings;
	}

}
