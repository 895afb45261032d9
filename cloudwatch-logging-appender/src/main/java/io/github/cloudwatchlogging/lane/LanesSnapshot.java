package io.github.cloudwatchlogging.lane;

import java.time.Duration;
import java.util.List;

import io.github.cloudwatchlogging.ledger.Balance;
import org.jspecify.annotations.Nullable;

/**
 * Where all events were at one moment.
 *
 * @param withoutLane where those are that had no lane, or whose lane is closed
 * @param lanes where the others are
 * @param sinceLastLoss how long ago an event was last lost, or {@code null} if none was
 */
public record LanesSnapshot(Balance withoutLane, List<LaneSnapshot> lanes, @Nullable Duration sinceLastLoss) {

	public LanesSnapshot {
		lanes = List.copyOf(lanes);
	}

	/**
	 * Returns where all events were.
	 * @return the sum
	 */
	public Balance balance() {
		return this.lanes.stream().map(LaneSnapshot::balance).reduce(this.withoutLane, Balance::plus);
	}

}
