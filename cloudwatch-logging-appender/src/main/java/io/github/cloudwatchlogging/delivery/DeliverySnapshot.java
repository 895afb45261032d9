package io.github.cloudwatchlogging.delivery;

import java.util.List;

import io.github.cloudwatchlogging.lane.LaneSnapshot;
import io.github.cloudwatchlogging.ledger.Balance;
import org.jspecify.annotations.Nullable;

/**
 * Where all events were at one moment.
 *
 * @param balance the sum over all lanes, and the events that never had one
 * @param lanes one entry for each destination
 * @param bufferUsedBytes the memory that pending batches hold
 * @param bufferLimitBytes the bound on it
 */
public record DeliverySnapshot(Balance balance, List<LaneStatus> lanes, long bufferUsedBytes, long bufferLimitBytes) {

	/**
	 * The snapshot of an engine that never ran.
	 */
	public static final DeliverySnapshot EMPTY = new DeliverySnapshot(Balance.ZERO, List.of(), 0, 0);

	public DeliverySnapshot {
		lanes = List.copyOf(lanes);
	}

	/**
	 * Returns this snapshot with the events of another owner.
	 * @param other their balance
	 * @return the sum
	 */
	public DeliverySnapshot plus(Balance other) {
		return new DeliverySnapshot(this.balance.plus(other), this.lanes, this.bufferUsedBytes, this.bufferLimitBytes);
	}

	/**
	 * Where one lane's events were.
	 *
	 * @param lane the lane
	 * @param trouble what keeps it from delivering, or {@code null}
	 */
	public record LaneStatus(LaneSnapshot lane, @Nullable Trouble trouble) {

	}

}
