package io.github.cloudwatchlogging.batch;

import java.util.concurrent.TimeUnit;

import io.github.cloudwatchlogging.batch.EventRecords.Appending;
import io.github.cloudwatchlogging.event.MessageBytes;
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

	private static final double NEARLY_FULL = 0.9;

	private final BatchSettings settings;

	private final EventRecords records;

	private final long openedAtNanos;

	private final EventTimes times;

	private int count;

	private int bytes;

	private boolean sealed;

	private int settledBefore;

	private volatile Settlement settlement = Settlement.NONE;

	/**
	 * Opens a batch that is the first of its destination.
	 * @param settings its bounds
	 * @param records where its bytes live; empty
	 * @param nowNanos the engine's time at which it is opened
	 */
	public Batch(BatchSettings settings, EventRecords records, long nowNanos) {
		this(settings, records, nowNanos, Long.MIN_VALUE);
	}

	/**
	 * Opens a batch.
	 * @param settings its bounds
	 * @param records where its bytes live; empty
	 * @param nowNanos the engine's time at which it is opened
	 * @param newestMillisBefore the time of the newest event of the batches before it, in
	 * milliseconds since the epoch; {@link Long#MIN_VALUE} if there is none
	 */
	public Batch(BatchSettings settings, EventRecords records, long nowNanos, long newestMillisBefore) {
		this.settings = settings;
		this.records = records;
		this.openedAtNanos = nowNanos;
		this.times = new EventTimes(newestMillisBefore);
	}

	/**
	 * Returns a batch that another process left: sealed, and in part settled.
	 * @param settings the bounds of a batch
	 * @param records where its bytes live; at least one event
	 * @param openedAtNanos the engine's time at which it was opened, which may lie before
	 * the engine's first
	 * @param settled how many of its events, in the order in which they are sent, had
	 * ended; fewer than there are
	 * @return the batch, in which those events are not pending any more
	 */
	public static Batch recovered(BatchSettings settings, EventRecords records, long openedAtNanos, int settled) {
		Batch batch = new Batch(settings, records, openedAtNanos);
		records.forEach((timestamp, buffer, offset, length) -> batch.note(timestamp, length));
		batch.sealed = true;
		batch.settledBefore = settled;
		return batch;
	}

	/**
	 * Returns whether the batch takes one event more.
	 * @param timestamp the event's time in milliseconds since the epoch
	 * @param messageBytes the length of its message
	 * @return whether bytes, count and span stay within the service's bounds; and, where
	 * the event is the first of its millisecond, whether the batch should not rather end
	 * with the one before
	 */
	public boolean fits(long timestamp, int messageBytes) {
		return this.bytes + messageBytes + ServiceLimits.EVENT_OVERHEAD_BYTES <= this.settings.maxBytes() && !isFull()
				&& this.times.areWithinSpan(timestamp) && !endsBefore(timestamp);
	}

	// A batch that ends with a millisecond can be sent beside the next one. Where that
	// would leave much of it empty, it is filled instead, and the next one ends with one.
	private boolean endsBefore(long timestamp) {
		return this.times.beginMillisecond(timestamp) && !hasRoomForAnotherMillisecond()
				&& (isNearlyFull() || this.times.reachIntoBatchBefore());
	}

	private boolean hasRoomForAnotherMillisecond() {
		return 2L * this.bytes - this.times.bytesBeforeNewest() <= this.settings.maxBytes()
				&& 2L * this.count - this.times.countBeforeNewest() <= this.settings.maxEvents();
	}

	private boolean isNearlyFull() {
		return this.bytes >= NEARLY_FULL * this.settings.maxBytes()
				|| this.count >= NEARLY_FULL * this.settings.maxEvents();
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
	 * @return what happened; unless it was appended, the batch is as it was
	 */
	public Appending append(long timestamp, MessageBytes message, Severity severity) {
		if (this.sealed) {
			throw new IllegalStateException("The batch is sealed");
		}
		Appending appending = this.records.append(timestamp, message, severity);
		if (appending == Appending.APPENDED) {
			note(timestamp, message.length());
		}
		return appending;
	}

	private void note(long timestamp, int messageBytes) {
		this.times.note(timestamp, this.count, this.bytes);
		this.count++;
		this.bytes += messageBytes + ServiceLimits.EVENT_OVERHEAD_BYTES;
	}

	/**
	 * Waits until what was appended survives what it is to survive. Called without the
	 * lane's lock.
	 */
	public void sync() {
		this.records.sync();
	}

	/**
	 * Seals the batch: from now on it never changes.
	 */
	public void seal() {
		this.sealed = true;
		this.records.seal();
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
	 * Returns the time of its oldest event.
	 * @return milliseconds since the epoch; {@link Long#MAX_VALUE} if it has none
	 */
	public long oldestMillis() {
		return this.times.oldestMillis();
	}

	/**
	 * Returns the time of its newest event.
	 * @return milliseconds since the epoch; {@link Long#MIN_VALUE} if it has none
	 */
	public long newestMillis() {
		return this.times.newestMillis();
	}

	/**
	 * Returns the number of its events.
	 * @return from 0 to 10,000
	 */
	public int count() {
		return this.count;
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
		if (!this.times.areInOrder()) {
			this.records.forEach(new EventOrder(count(), from, to, visitor));
			return;
		}
		int[] index = new int[1];
		this.records.forEach((timestamp, buffer, offset, length) -> {
			if (index[0] >= from && index[0] < to) {
				visitor.event(timestamp, buffer, offset, length);
			}
			index[0]++;
		});
	}

	/**
	 * Returns how many of the pending events are older than the service takes.
	 * @param limitMillis the oldest time that it takes, in milliseconds since the epoch
	 * @return the number; they are the first to be sent
	 */
	public int pendingBefore(long limitMillis) {
		if (oldestMillis() >= limitMillis) {
			return 0;
		}
		int[] older = new int[1];
		forEach(count() - pending(), count(), (timestamp, buffer, offset, length) -> {
			if (timestamp < limitMillis) {
				older[0]++;
			}
		});
		return older[0];
	}

	/**
	 * Ends events of the batch, from its beginning to its end in the order in which they
	 * are sent.
	 * @param part how they ended; at most as many as are pending
	 */
	public void settle(Settlement part) {
		if (part.count() > pending()) {
			throw new IllegalArgumentException(
					"A settlement of " + part.count() + " events, but " + pending() + " are pending");
		}
		this.settlement = this.settlement.plus(part);
		if (pending() > 0) {
			this.records.settled(count() - pending());
		}
	}

	/**
	 * Gives the room back in which its bytes lived, once all its events have ended.
	 */
	public void release() {
		this.records.release();
	}

	/**
	 * Lets go of a batch with pending events, because the engine stops.
	 * @return whether they will be delivered by whoever starts next; if not, they are
	 * lost
	 */
	public boolean leave() {
		return this.records.leave();
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
		return count() - this.settledBefore - (int) this.settlement.count();
	}

}
