package io.github.cloudwatchlogging.autoconfigure.actuate;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.github.cloudwatchlogging.aws.Connection;
import io.github.cloudwatchlogging.delivery.DeliverySnapshot;
import io.github.cloudwatchlogging.logback.AppenderSettings;
import io.github.cloudwatchlogging.spool.SpoolSnapshot;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * Where all events are, as operators read it.
 *
 * @param running whether the appender is started
 * @param events where the events are
 * @param bufferUsedBytes the memory that pending batches hold
 * @param bufferLimitBytes the bound on it
 * @param spool where the spool stands, or {@code null} if there is none
 * @param lastDelivered when the service last took events, or {@code null}
 * @param lastLoss when an event was last rejected or dropped, or {@code null}
 * @param rejectedEntities how many calls delivered their events without their entity
 * @param recentFailures the last failures, newest first
 * @param streams how each stream does
 * @param settings what is in force, by the names of the properties; nothing secret
 */
record StatusReport(boolean running, EventReport events, long bufferUsedBytes, long bufferLimitBytes,
		@Nullable SpoolSnapshot spool, @Nullable Instant lastDelivered, @Nullable Instant lastLoss,
		Map<String, Long> rejectedEntities, List<FailureReport> recentFailures, List<StreamReport> streams,
		Map<String, Object> settings) implements OperationResponseBody {

	static StatusReport of(DeliverySnapshot snapshot, @Nullable AppenderSettings settings, Connection connection) {
		return new StatusReport(settings != null, EventReport.of(snapshot.balance()), snapshot.bufferUsedBytes(),
				snapshot.bufferLimitBytes(), snapshot.spool(), snapshot.history().lastDelivered(),
				snapshot.history().lastLoss(), snapshot.rejectedEntities(),
				snapshot.history().recentFailures().stream().map(FailureReport::of).toList(),
				snapshot.streams().stream().map(StreamReport::of).toList(),
				(settings != null) ? SettingsReport.of(settings, connection) : Map.of());
	}

}
