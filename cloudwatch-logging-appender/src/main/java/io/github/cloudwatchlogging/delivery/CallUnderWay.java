package io.github.cloudwatchlogging.delivery;

import io.github.cloudwatchlogging.batch.BatchSlice;
import io.github.cloudwatchlogging.event.Destination;

/**
 * A call that a sender makes for a lane.
 *
 * @param course the lane's
 * @param call which call
 * @param slice what it is made for
 * @param round the lane's round in which it was started
 * @param startedNanos the engine's time at which it was started
 */
record CallUnderWay(Course course, Course.Call call, BatchSlice slice, int round, long startedNanos) {

	Destination destination() {
		return this.course.lane().destination();
	}

	/**
	 * Returns whether no other call of the lane has failed since it was started. If one
	 * has, this one's answer says nothing of how the lane stands now.
	 */
	boolean isOfThisRound() {
		return this.round == this.course.round();
	}

}
