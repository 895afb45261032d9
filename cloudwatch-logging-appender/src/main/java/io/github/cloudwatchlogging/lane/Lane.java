package io.github.cloudwatchlogging.lane;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

import io.github.cloudwatchlogging.batch.Batch;
import io.github.cloudwatchlogging.batch.BatchSlice;
import io.github.cloudwatchlogging.batch.BatchStore;
import io.github.cloudwatchlogging.batch.EventRecords.Appending;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.event.MessageBytes;
import io.github.cloudwatchlogging.event.Severity;
import io.github.cloudwatchlogging.ledger.Account;
import io.github.cloudwatchlogging.ledger.Balance;
import io.github.cloudwatchlogging.ledger.DropCause;
import io.github.cloudwatchlogging.ledger.LastLoss;
import io.github.cloudwatchlogging.ledger.LossObserver;
import io.github.cloudwatchlogging.ledger.Settlement;
import io.github.cloudwatchlogging.settings.BatchSettings;
import org.jspecify.annotations.Nullable;

/**
 * One destination's open batch, its sealed batches in order, and its account.
 * Thread-safe: log calls append, the dispatcher seals and settles. The lock is held for
 * the copy of one event or the swap of a reference, never across I/O.
 */
public final class Lane {

	private final Destination destination;

	private final BatchSettings settings;

	private final BatchStore store;

	private final LongSupplier nanoClock;

	private final BooleanSupplier refusing;

	private final LossObserver lossObserver;

	private final LastLoss lastLoss;

	private final Object lock = new Object();

	private final BatchQueue batches = new BatchQueue();

	private final Account account = new Account();

	private boolean sealedUntold;

	private long lastOpenedNanos;

	private boolean closed;

	Lane(Destination destination, BatchSettings settings, BatchStore store, LongSupplier nanoClock,
			BooleanSupplier refusing, LossObserver lossObserver, LastLoss lastLoss) {
		this.destination = destination;
		this.settings = settings;
		this.store = store;
		this.nanoClock = nanoClock;
		this.refusing = refusing;
		this.lastOpenedNanos = nanoClock.getAsLong();
		this.lossObserver = lossObserver;
		this.lastLoss = lastLoss;
	}

	/**
	 * Appends one event to the open batch and accepts it, unless there is no room.
	 * @param severity how much of the buffer it may claim
	 * @param timestamp the event's time in milliseconds since the epoch
	 * @param message its lawful message, at most as long as a batch takes
	 * @return what happened
	 */
	public Appended append(Severity severity, long timestamp, MessageBytes message) {
		this.store.prepare(message);
		Batch batch;
		Appended appended;
		synchronized (this.lock) {
			if (this.closed) {
				return Appended.CLOSED;
			}
			if (this.refusing.getAsBoolean()) {
				drop(DropCause.STOPPED, timestamp, message);
				return Appended.REFUSED;
			}
			batch = batchFor(timestamp, message.length());
			Appending appending = batch.append(timestamp, message, severity);
			this.batches.open(batch);
			if (appending != Appending.APPENDED) {
				return notAppended(appending);
			}
			this.account.accept();
			if (batch.isFull()) {
				sealFull();
			}
			appended = this.sealedUntold ? Appended.BATCH_FULL : Appended.APPENDED;
			this.sealedUntold = false;
		}
		batch.sync();
		return appended;
	}

	private Appended notAppended(Appending appending) {
		if (appending == Appending.BROKEN) {
			sealFull();
		}
		return (appending == Appending.NO_ROOM) ? Appended.NO_ROOM : Appended.NOT_READY;
	}

	/**
	 * Takes a batch that another process left.
	 * @param batch a sealed batch
	 * @return whether it was taken; not if the lane is closed
	 */
	boolean recover(Batch batch) {
		synchronized (this.lock) {
			if (this.closed) {
				return false;
			}
			this.account.recover(batch.pending());
			this.batches.add(batch);
			return true;
		}
	}

	/**
	 * Accepts one event and gives it up.
	 * @param cause why
	 * @param timestamp its time in milliseconds since the epoch
	 * @param message its message
	 * @return whether it was counted; not if the lane is closed
	 */
	public boolean drop(DropCause cause, long timestamp, MessageBytes message) {
		synchronized (this.lock) {
			if (this.closed) {
				return false;
			}
			this.account.accept();
			this.account.drop(cause);
		}
		this.lastLoss.note();
		this.lossObserver.lost(cause, this.destination, timestamp, message.buffer(), 0, message.length());
		return true;
	}

	private Batch batchFor(long timestamp, int messageBytes) {
		Batch open = this.batches.open();
		if (open != null && open.fits(timestamp, messageBytes)) {
			return open;
		}
		if (open != null) {
			sealFull();
		}
		this.lastOpenedNanos = this.nanoClock.getAsLong();
		return new Batch(this.settings, this.store.open(this.destination), this.lastOpenedNanos,
				this.batches.newestMillis());
	}

	private void sealFull() {
		this.batches.seal();
		this.sealedUntold = true;
	}

	/**
	 * Seals the open batch where its deadline has come and no other is to be sent before
	 * it.
	 * @param nowNanos the engine's time
	 */
	public void sealIfDue(long nowNanos) {
		synchronized (this.lock) {
			this.batches.sealIfDue(nowNanos);
		}
	}

	/**
	 * Seals the open batch where no other is to be sent before it.
	 */
	void sealIfFirst() {
		synchronized (this.lock) {
			this.batches.sealIfFirst();
		}
	}

	/**
	 * Seals the open batch and returns all that is pending.
	 * @return the batches, first to be sent first
	 */
	public List<Batch> seal() {
		synchronized (this.lock) {
			this.batches.seal();
			return this.batches.all();
		}
	}

	/**
	 * Returns whether there is a batch to {@link #take}.
	 * @param sideBySide whether it may be sent beside others
	 * @return whether a sealed batch waits
	 */
	public boolean hasNext(boolean sideBySide) {
		synchronized (this.lock) {
			return this.batches.next(sideBySide) != null;
		}
	}

	/**
	 * Returns whether nothing is pending.
	 * @return whether there is no batch, open or sealed
	 */
	public boolean isIdle() {
		synchronized (this.lock) {
			return this.batches.isEmpty();
		}
	}

	/**
	 * Takes the batch to be sent next, so that it is neither sent twice nor evicted while
	 * it is on its way.
	 * @param sideBySide whether it may be sent beside others, with which it shares no
	 * millisecond
	 * @return the first sealed batch that is not taken, or {@code null} if none can be
	 * sent
	 */
	public @Nullable Batch take(boolean sideBySide) {
		synchronized (this.lock) {
			Batch next = this.batches.next(sideBySide);
			if (next != null) {
				this.batches.take(next);
			}
			return next;
		}
	}

	/**
	 * A batch that was taken is no longer on its way.
	 * @param batch the batch, settled or not
	 */
	public void giveBack(Batch batch) {
		synchronized (this.lock) {
			this.batches.giveBack(batch);
		}
	}

	/**
	 * Returns the batch that could be evicted: the first that is sealed and not taken.
	 * @return the batch, or {@code null} if there is none
	 */
	@Nullable Batch evictable() {
		synchronized (this.lock) {
			return this.batches.evictable();
		}
	}

	/**
	 * Gives up a batch for want of room, if it is still evictable.
	 */
	boolean evict(Batch batch) {
		synchronized (this.lock) {
			if (!this.batches.isEvictable(batch)) {
				return false;
			}
			settle(batch, Settlement.dropped(DropCause.BUFFER_FULL, batch.pending()));
			return true;
		}
	}

	/**
	 * Returns how long the open batch may still wait for its deadline.
	 * @param nowNanos the engine's time
	 * @return nanoseconds, or {@link Long#MAX_VALUE} if no batch is open or another is to
	 * be sent before it
	 */
	public long nanosUntilDue(long nowNanos) {
		synchronized (this.lock) {
			return this.batches.nanosUntilDue(nowNanos);
		}
	}

	/**
	 * Ends events of a sealed batch and counts them. A batch that was already settled, or
	 * left to whoever starts next, stays as it is.
	 * @param batch a batch of this lane
	 * @param part how the events ended; at most as many as are pending
	 */
	public void settle(Batch batch, Settlement part) {
		BatchSlice ended;
		boolean last;
		synchronized (this.lock) {
			if (!this.batches.contains(batch)) {
				return;
			}
			// A batch is sent, and so settled, from its beginning to its end.
			int from = batch.count() - batch.pending();
			ended = new BatchSlice(batch, from, from + (int) part.count());
			batch.settle(part);
			this.account.settle(part);
			last = batch.pending() == 0;
			if (last) {
				this.batches.remove(batch);
			}
		}
		this.lastLoss.note(part);
		LostEvents.show(this.destination, ended, part, this.lossObserver);
		if (last) {
			batch.release();
		}
	}

	/**
	 * Lets go of what is pending: leaves it to whoever starts next where it is kept for
	 * that, and gives it up where not.
	 */
	void abandon(DropCause cause) {
		synchronized (this.lock) {
			for (Batch batch : seal()) {
				if (batch.leave()) {
					this.account.leave(batch.pending());
					this.batches.remove(batch);
				}
				else {
					settle(batch, Settlement.dropped(cause, batch.pending()));
				}
			}
		}
	}

	/**
	 * Returns when the lane last opened a batch, which is how lately it was used.
	 */
	long lastOpenedNanos() {
		synchronized (this.lock) {
			return this.lastOpenedNanos;
		}
	}

	/**
	 * Closes the lane for good if it has nothing pending.
	 * @return its last balance, or {@code null} if it stays open
	 */
	@Nullable Balance closeIfIdle() {
		synchronized (this.lock) {
			this.closed = this.batches.isEmpty();
			return this.closed ? this.account.balance(0) : null;
		}
	}

	/**
	 * Returns where the lane stands at this moment.
	 * @param nowNanos the engine's time
	 * @return a snapshot that balances
	 */
	public LaneSnapshot snapshot(long nowNanos) {
		synchronized (this.lock) {
			List<Batch> batches = this.batches.all();
			long events = batches.stream().mapToLong(Batch::pending).sum();
			long bytes = batches.stream().mapToLong(Batch::bytes).sum();
			long oldestNanos = batches.isEmpty() ? 0 : nowNanos - batches.get(0).openedAtNanos();
			return new LaneSnapshot(this.destination, this.account.balance(events), bytes,
					Duration.ofNanos(Math.max(0, oldestNanos)));
		}
	}

	/**
	 * Returns where its events go.
	 * @return the log group and stream
	 */
	public Destination destination() {
		return this.destination;
	}

	/**
	 * Returns how many events were given up for want of room.
	 * @return the number since the lane exists
	 */
	long droppedForRoom() {
		synchronized (this.lock) {
			return this.account.dropped(DropCause.BUFFER_FULL);
		}
	}

}
