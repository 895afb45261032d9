package io.github.cloudwatchlogging.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.github.cloudwatchlogging.lane.LaneSnapshot;
import io.github.cloudwatchlogging.ledger.Balance;
import io.github.cloudwatchlogging.spool.SpoolSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * Where all events were at one moment.
 *
 * @param balance the sum over all lanes, and the events that never had one
 * @param lanes one entry for each destination
 * @param bufferUsedBytes the memory that pending batches hold
 * @param bufferLimitBytes the bound on it
 * @param spool where the spool stands, or {@code null} if there is none
 * @param rejectedEntities how many calls delivered their events without their entity, by
 * the service's name for the error
 * @param history what the engine went through lately
 */
public record DeliverySnapshot(Balance balance, List<LaneStatus> lanes, long bufferUsedBytes, long bufferLimitBytes,
		@Nullable SpoolSnapshot spool, Map<String, Long> rejectedEntities, HistorySnapshot history) {

	/**
	 * The snapshot of an engine that never ran.
	 */
	public static final DeliverySnapshot EMPTY = new DeliverySnapshot(Balance.ZERO, List.of(), 0, 0, null, Map.of(),
			HistorySnapshot.NONE);

	public DeliverySnapshot {
		lanes = List.copyOf(lanes);
		rejectedEntities = Map.copyOf(rejectedEntities);
	}

	/**
	 * Returns how each stream did.
	 * @return one entry for each destination, by name
	 */
	public List<StreamStatus> streams() {
		Map<String, StreamStatus> streams = new TreeMap<>();
		this.lanes.forEach((lane) -> streams.merge(lane.lane().destination().toString(), StreamStatus.of(lane),
				StreamStatus::and));
		return List.copyOf(streams.values());
	}

	/**
	 * Returns this snapshot with the events of another owner.
	 * @param other their balance
	 * @return the sum
	 */
	public DeliverySnapshot plus(Balance other) {
		return new DeliverySnapshot(this.balance.plus(other), this.lanes, this.bufferUsedBytes, this.bufferLimitBytes,
				this.spool, this.rejectedEntities, this.history);
	}

	/**
	 * Returns the snapshots of engines that run side by side as one.
	 * @param snapshots one of each
	 * @return the sum, {@link #EMPTY} if there is none
	 */
	public static DeliverySnapshot sum(Stream<DeliverySnapshot> snapshots) {
		return snapshots.reduce(DeliverySnapshot::plus).orElse(EMPTY);
	}

	/**
	 * Returns this snapshot with that of another engine, which runs beside this one.
	 * @param other its snapshot
	 * @return the sum
	 */
	public DeliverySnapshot plus(DeliverySnapshot other) {
		return new DeliverySnapshot(this.balance.plus(other.balance),
				Stream.concat(this.lanes.stream(), other.lanes.stream()).toList(),
				this.bufferUsedBytes + other.bufferUsedBytes, this.bufferLimitBytes + other.bufferLimitBytes,
				sum(this.spool, other.spool), sum(this.rejectedEntities, other.rejectedEntities),
				this.history.plus(other.history));
	}

	/**
	 * Returns this snapshot with what an earlier engine did.
	 * @param earlier the snapshot of the engine, which has stopped
	 * @return the sum
	 */
	public DeliverySnapshot plusStopped(DeliverySnapshot earlier) {
		return new DeliverySnapshot(this.balance.plus(earlier.balance), this.lanes, this.bufferUsedBytes,
				this.bufferLimitBytes, this.spool, sum(this.rejectedEntities, earlier.rejectedEntities), this.history);
	}

	private static @Nullable SpoolSnapshot sum(@Nullable SpoolSnapshot one, @Nullable SpoolSnapshot other) {
		if (one == null || other == null) {
			return (one != null) ? one : other;
		}
		return one.plus(other);
	}

	private static Map<String, Long> sum(Map<String, Long> counts, Map<String, Long> others) {
		Map<String, Long> sum = new TreeMap<>(counts);
		others.forEach((errorType, count) -> sum.merge(errorType, count, Long::sum));
		return sum;
	}

	/**
	 * Where one lane's events were.
	 *
	 * @param lane the lane
	 * @param trouble what keeps its destination from getting events, or {@code null}
	 * @param lastDelivered when the service last took events for its destination, or
	 * {@code null}
	 * @param lastFailure what last failed for its destination, or {@code null}
	 */
	public record LaneStatus(LaneSnapshot lane, @Nullable Trouble trouble, @Nullable Instant lastDelivered,
			@Nullable Failure lastFailure) {

	}

}
