package io.github.cloudwatchlogging.delivery;

import java.util.ArrayDeque;
import java.util.Deque;

import io.github.cloudwatchlogging.batch.Batch;
import io.github.cloudwatchlogging.batch.BatchSlice;
import org.jspecify.annotations.Nullable;

/**
 * What of a lane's head is still to be sent: at first all of it; after a refusal its
 * halves, until the event is found for which it was refused. One bad event among n costs
 * at most 2 log2(n) + 1 calls. Owned by the dispatcher's thread.
 */
final class Slices {

	/**
	 * One bad event among 10,000 is refused 15 times before anything can be delivered. A
	 * batch that is refused more often has no single event to blame.
	 */
	private static final int MOST_REFUSALS_IN_A_ROW = 32;

	private final Deque<BatchSlice> pending = new ArrayDeque<>();

	private @Nullable Batch batch;

	private int refusals;

	/**
	 * Returns what to send next of the head.
	 */
	BatchSlice next(Batch head) {
		BatchSlice next = this.pending.peek();
		if (this.batch != head || next == null) {
			this.batch = head;
			this.refusals = 0;
			this.pending.clear();
			next = BatchSlice.pending(head);
			this.pending.add(next);
		}
		return next;
	}

	/**
	 * Events at the head's beginning were given up unsent.
	 */
	void restart() {
		this.batch = null;
	}

	/**
	 * The slice was refused, and has more than one event.
	 */
	void halve() {
		BatchSlice refused = this.pending.remove();
		this.refusals++;
		this.pending.push(refused.secondHalf());
		this.pending.push(refused.firstHalf());
	}

	/**
	 * The slice has been settled.
	 * @param taken whether the service took the call
	 */
	void settled(boolean taken) {
		this.pending.poll();
		this.refusals = taken ? 0 : this.refusals + 1;
	}

	/**
	 * Returns whether halving further is useless.
	 */
	boolean isHopeless() {
		return this.refusals >= MOST_REFUSALS_IN_A_ROW;
	}

}
