package io.github.cloudwatchlogging.delivery;

import java.util.ArrayDeque;
import java.util.Deque;

import io.github.cloudwatchlogging.batch.Batch;
import io.github.cloudwatchlogging.batch.BatchSlice;
import org.jspecify.annotations.Nullable;

/**
 * What is still to be sent of a batch that was refused: its halves, until the event is
 * found for which it was refused. One bad event among n costs at most 2 log2(n) + 1
 * calls. Owned by the dispatcher's thread.
 */
final class Slices {

	/**
	 * One bad event among 10,000 is refused 15 times before anything can be delivered. A
	 * batch that is refused more often has no single event to blame.
	 */
	private static final int MOST_REFUSALS_IN_A_ROW = 32;

	private final Deque<BatchSlice> pending = new ArrayDeque<>();

	private @Nullable Batch refused;

	private int refusals;

	/**
	 * Returns what to send next of a batch.
	 */
	BatchSlice next(Batch batch) {
		if (batch != this.refused) {
			forget();
		}
		BatchSlice next = this.pending.peek();
		return (next != null) ? next : BatchSlice.pending(batch);
	}

	/**
	 * Returns whether a refused batch is being sent in parts.
	 */
	boolean isHalving() {
		return !this.pending.isEmpty();
	}

	/**
	 * Events at a batch's beginning were given up unsent.
	 */
	void restart(Batch batch) {
		if (batch == this.refused) {
			forget();
		}
	}

	private void forget() {
		this.refused = null;
		this.refusals = 0;
		this.pending.clear();
	}

	/**
	 * The slice was refused, and has more than one event.
	 */
	void halve(BatchSlice slice) {
		if (slice.batch() == this.refused) {
			this.pending.poll();
		}
		else {
			forget();
			this.refused = slice.batch();
		}
		this.refusals++;
		this.pending.push(slice.secondHalf());
		this.pending.push(slice.firstHalf());
	}

	/**
	 * The slice has been settled.
	 * @param taken whether the service took the call
	 */
	void settled(BatchSlice slice, boolean taken) {
		if (slice.batch().pending() == 0) {
			restart(slice.batch());
		}
		else if (slice.batch() == this.refused) {
			this.pending.poll();
			this.refusals = taken ? 0 : this.refusals + 1;
		}
	}

	/**
	 * Returns whether halving further is useless.
	 */
	boolean isHopeless(BatchSlice slice) {
		return slice.batch() == this.refused && this.refusals >= MOST_REFUSALS_IN_A_ROW;
	}

}
