package io.github.cloudwatchlogging.lane;

import java.util.List;

import io.github.cloudwatchlogging.ledger.Balance;

/**
 * Where all events were at one moment.
 *
 * @param withoutLane where those are that had no lane, or whose lane is closed
 * @param lanes where the others are
 */
public record LanesSnapshot(Balance withoutLane, List<LaneSnapshot> lanes) {

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
