package io.github.cloudwatchlogging.batch;

import io.github.cloudwatchlogging.event.ServiceLimits;

/**
 * The times of a batch's events, and how much of it came before its newest millisecond.
 * Not thread-safe: guarded as its batch is.
 */
final class EventTimes {

	private static final long MAX_SPAN_MILLIS = ServiceLimits.MAX_BATCH_SPAN.toMillis();

	private final long newestMillisOfBatchBefore;

	private long oldestMillis = Long.MAX_VALUE;

	private long newestMillis = Long.MIN_VALUE;

	private boolean inOrder = true;

	private int countBeforeNewest;

	private int bytesBeforeNewest;

	EventTimes(long newestMillisOfBatchBefore) {
		this.newestMillisOfBatchBefore = newestMillisOfBatchBefore;
	}

	/**
	 * Takes the time of one event more.
	 * @param timestamp milliseconds since the epoch
	 * @param count the events of the batch before it
	 * @param bytes their size
	 */
	void note(long timestamp, int count, int bytes) {
		if (timestamp > this.newestMillis) {
			this.countBeforeNewest = count;
			this.bytesBeforeNewest = bytes;
		}
		this.inOrder &= timestamp >= this.newestMillis;
		this.oldestMillis = Math.min(this.oldestMillis, timestamp);
		this.newestMillis = Math.max(this.newestMillis, timestamp);
	}

	/**
	 * Returns whether the service would take another time in one call with these.
	 */
	boolean areWithinSpan(long timestamp) {
		return isEmpty()
				|| Math.max(this.newestMillis, timestamp) - Math.min(this.oldestMillis, timestamp) <= MAX_SPAN_MILLIS;
	}

	private boolean isEmpty() {
		return this.oldestMillis > this.newestMillis;
	}

	/**
	 * Returns whether a time is newer than all of these.
	 */
	boolean beginMillisecond(long timestamp) {
		return !isEmpty() && timestamp > this.newestMillis;
	}

	/**
	 * Returns whether the oldest of these is no newer than all of the batches before, so
	 * that this one has to wait for them.
	 */
	boolean reachIntoBatchBefore() {
		return this.oldestMillis <= this.newestMillisOfBatchBefore;
	}

	boolean areInOrder() {
		return this.inOrder;
	}

	long oldestMillis() {
		return this.oldestMillis;
	}

	long newestMillis() {
		return this.newestMillis;
	}

	int countBeforeNewest() {
		return this.countBeforeNewest;
	}

	int bytesBeforeNewest() {
		return this.bytesBeforeNewest;
	}

}
