package io.github.cloudwatchlogging.batch;

import java.util.concurrent.TimeUnit;

import io.github.cloudwatchlogging.event.ServiceLimits;
import io.github.cloudwatchlogging.event.Severity;
import io.github.cloudwatchlogging.ledger.Settlement;
import io.github.cloudwatchlogging.settings.BatchSettings;

/**
 * One run of encoded events for one destination that fits one PutLogEvents call. It is
 * open while events are appended; once sealed it never changes.
 * <p>
 * While open it is guarded by its lane's lock. Sealed and handed over, it can be read by
 * any thread, slice by slice. Its settlement may be asked for at any time.
 */
public final class Batch {

	private static final long MAX_SPAN_MILLIS = ServiceLimits.MAX_BATCH_SPAN.toMillis();

	private final BatchSettings settings;

	private final EventRecords records;

	private final long openedAtNanos;

	private long oldestMillis = Long.MAX_VALUE;

	private long newestMillis = Long.MIN_VALUE;

	private boolean inOrder = true;

	private int bytes;

	private boolean sealed;

	private volatile Settlement settlement = Settlement.NONE;

	/**
	 * Opens a batch.
	 * @param settings its bounds
	 * @param memory where its memory is booked
	 * @param nowNanos the engine's time at which it is opened
	 */
	public Batch(BatchSettings settings, MemoryBudget memory, long nowNanos) {
		this.settings = settings;
		this.records = new EventRecords(memory, settings.maxBytes());
		this.openedAtNanos = nowNanos;
	}

	/**
	 * Returns whether the service would take the batch with one event more.
	 * @param timestamp the event's time in milliseconds since the epoch
	 * @param messageBytes the length of its message
	 * @return whether bytes, count and span stay within their bounds
	 */
	public boolean fits(long timestamp, int messageBytes) {
		return this.bytes + messageBytes + ServiceLimits.EVENT_OVERHEAD_BYTES <= this.settings.maxBytes() && !isFull()
				&& (count() == 0 || Math.max(this.newestMillis, timestamp)
						- Math.min(this.oldestMillis, timestamp) <= MAX_SPAN_MILLIS);
	}

	/**
	 * Returns whether the batch takes no event more, however small.
	 * @return whether it has as many events as it may
	 */
	public boolean isFull() {
		return count() >= this.settings.maxEvents();
	}

	/**
	 * Appends an event that {@link #fits}.
	 * @param timestamp the event's time in milliseconds since the epoch
	 * @param message its message
	 * @param severity how much of the buffer it may claim
	 * @return whether there was memory for it; if not, the batch is as it was
	 */
	public boolean append(long timestamp, byte[] message, Severity severity) {
		if (this.sealed) {
			throw new IllegalStateException("The batch is sealed");
		}
		if (!this.records.append(timestamp, message, severity)) {
			return false;
		}
		this.inOrder &= timestamp >= this.newestMillis;
		this.oldestMillis = Math.min(this.oldestMillis, timestamp);
		this.newestMillis = Math.max(this.newestMillis, timestamp);
		this.bytes += message.length + ServiceLimits.EVENT_OVERHEAD_BYTES;
		return true;
	}

	/**
	 * Seals the batch: from now on it never changes.
	 */
	public void seal() {
		this.sealed = true;
	}

	/**
	 * Returns whether the deadline of its first event has come.
	 * @param nowNanos the engine's time
	 * @return whether it is to be sent, full or not
	 */
	public boolean isDue(long nowNanos) {
		return nanosUntilDue(nowNanos) <= 0;
	}

	/**
	 * Returns how long the first event may still wait.
	 * @param nowNanos the engine's time
	 * @return nanoseconds, not positive once it is due
	 */
	public long nanosUntilDue(long nowNanos) {
		return TimeUnit.MILLISECONDS.toNanos(this.settings.maxDelay().toMillis()) - (nowNanos - this.openedAtNanos);
	}

	/**
	 * Returns the engine's time at which it was opened for its first event.
	 * @return nanoseconds of the engine's clock
	 */
	public long openedAtNanos() {
		return this.openedAtNanos;
	}

	/**
	 * Returns the number of its events.
	 * @return from 0 to 10,000
	 */
	public int count() {
		return this.records.count();
	}

	/**
	 * Returns its size as the service counts it.
	 * @return the messages' UTF-8 bytes and 26 for each
	 */
	public int bytes() {
		return this.bytes;
	}

	/**
	 * Shows events in the order that the service demands: by time, and within one
	 * millisecond as they were logged.
	 * @param from the first event in that order
	 * @param to the event behind the last
	 * @param visitor is shown each event
	 */
	void forEach(int from, int to, EventVisitor visitor) {
		if (this.inOrder) {
			this.records.forEach(from, to, visitor);
		}
		else {
			this.records.forEachByTime(from, to, visitor);
		}
	}

	/**
	 * Ends events of the batch. When it was the last of them, frees the memory.
	 * @param part how they ended; at most as many as are pending
	 */
	public void settle(Settlement part) {
		if (part.count() > pending()) {
			throw new IllegalArgumentException(
					"A settlement of " + part.count() + " events, but " + pending() + " are pending");
		}
		this.settlement = this.settlement.plus(part);
		if (pending() == 0) {
			this.records.release();
		}
	}

	/**
	 * Returns how its events ended so far.
	 * @return the settlement of those that are no longer pending
	 */
	public Settlement settlement() {
		return this.settlement;
	}

	/**
	 * Returns how many of its events have not ended.
	 * @return the number, 0 once the batch is settled
	 */
	public int pending() {
		return count() - (int) this.settlement.count();
	}

	/**
	 * Is shown the events of a batch.
	 */
	@FunctionalInterface
	public interface EventVisitor {

		/**
		 * Is shown one event.
		 * @param timestamp milliseconds since the epoch
		 * @param buffer holds its message, valid UTF-8; must not be changed, nor be kept
		 * after the batch is settled
		 * @param offset where the message begins
		 * @param length the message's length in bytes, at least 1
		 */
		void event(long timestamp, byte[] buffer, int offset, int length);

	}

}
