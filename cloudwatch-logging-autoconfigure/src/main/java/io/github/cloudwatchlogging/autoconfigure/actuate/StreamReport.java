package io.github.cloudwatchlogging.autoconfigure.actuate;

import java.time.Duration;
import java.time.Instant;

import io.github.cloudwatchlogging.delivery.StreamStatus;
import io.github.cloudwatchlogging.event.AccountIds;
import org.jspecify.annotations.Nullable;

/**
 * How one stream does, as operators read it.
 *
 * @param id what names it without doubt, in a URL too
 * @param group its log group, without an account's id
 * @param stream its name, without an account's id
 * @param failing whether something keeps it from getting events
 * @param pendingBytes the size of the events that are pending
 * @param oldestPendingAge how long the oldest of them has waited
 * @param lastDelivered when the service last took some, or {@code null}
 * @param lastFailure what last failed, or {@code null}
 * @param events where its events are
 */
record StreamReport(String id, String group, String stream, boolean failing, long pendingBytes,
		Duration oldestPendingAge, @Nullable Instant lastDelivered, @Nullable FailureReport lastFailure,
		EventReport events) {

	static StreamReport of(String appender, StreamStatus status) {
		return new StreamReport(StreamId.of(appender, status.destination()),
				AccountIds.hide(status.destination().group()), AccountIds.hide(status.destination().stream()),
				status.isFailing(), status.pendingBytes(), status.oldestPendingAge(), status.lastDelivered(),
				(status.lastFailure() != null) ? FailureReport.of(appender, status.lastFailure()) : null,
				EventReport.of(status.balance()));
	}

}
