package io.github.cloudwatchlogging.delivery;

import java.time.Duration;
import java.time.Instant;

import io.github.cloudwatchlogging.delivery.DeliverySnapshot.LaneStatus;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.ledger.Balance;
import org.jspecify.annotations.Nullable;

/**
 * How one stream did at one moment. It may have several lanes, one of them for what an
 * earlier process left; who looks from outside sees one stream.
 *
 * @param destination the log group and stream
 * @param balance where its events were
 * @param pendingBytes the size of those that were pending, as the service counts it
 * @param oldestPendingAge how long the oldest of them had waited; zero if none was
 * pending
 * @param trouble what kept it from getting events, or {@code null}
 * @param lastDelivered when the service last took some, or {@code null}
 * @param lastFailure what last failed, or {@code null}
 */
public record StreamStatus(Destination destination, Balance balance, long pendingBytes, Duration oldestPendingAge,
		@Nullable Trouble trouble, @Nullable Instant lastDelivered, @Nullable Failure lastFailure) {

	static StreamStatus of(LaneStatus status) {
		return new StreamStatus(status.lane().destination(), status.lane().balance(), status.lane().pendingBytes(),
				status.lane().oldestPendingAge(), status.trouble(), status.lastDelivered(), status.lastFailure());
	}

	/**
	 * Returns whether something keeps events from the service.
	 * @return whether there is trouble, and events that it concerns
	 */
	public boolean isFailing() {
		return this.trouble != null && this.balance.pending() > 0;
	}

	/**
	 * Adds another lane of the same stream: of the same engine, and then it stands with
	 * the service as this does, or of one that runs beside it.
	 */
	StreamStatus and(StreamStatus other) {
		Duration oldest = (this.oldestPendingAge.compareTo(other.oldestPendingAge) >= 0) ? this.oldestPendingAge
				: other.oldestPendingAge;
		StreamStatus waiting = (isFailing() || other.balance.pending() == 0) ? this : other;
		return new StreamStatus(this.destination, this.balance.plus(other.balance),
				this.pendingBytes + other.pendingBytes, oldest, waiting.trouble,
				HistorySnapshot.later(this.lastDelivered, other.lastDelivered), later(other.lastFailure));
	}

	private @Nullable Failure later(@Nullable Failure other) {
		Failure own = this.lastFailure;
		return (own == null || (other != null && other.time().isAfter(own.time()))) ? other : own;
	}

}
