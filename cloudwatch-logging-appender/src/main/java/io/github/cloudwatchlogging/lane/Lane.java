package io.github.cloudwatchlogging.lane;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.LongSupplier;

import io.github.cloudwatchlogging.batch.Batch;
import io.github.cloudwatchlogging.batch.MemoryBudget;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.ledger.Account;
import io.github.cloudwatchlogging.ledger.DropCause;
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

	private final MemoryBudget memory;

	private final LongSupplier nanoClock;

	private final Object lock = new Object();

	private final Deque<Batch> sealed = new ArrayDeque<>();

	private final Account account = new Account();

	private @Nullable Batch open;

	private boolean refusing;

	Lane(Destination destination, BatchSettings settings, MemoryBudget memory, LongSupplier nanoClock) {
		this.destination = destination;
		this.settings = settings;
		this.memory = memory;
		this.nanoClock = nanoClock;
	}

	/**
	 * Accepts one event: appends it to the open batch, or drops it where the buffer has
	 * no room.
	 * @param timestamp the event's time in milliseconds since the epoch
	 * @param message its lawful message, at most as long as a batch takes
	 * @return whether a batch became full and can be sent
	 */
	public boolean append(long timestamp, byte[] message) {
		synchronized (this.lock) {
			int sealedBefore = this.sealed.size();
			this.account.accept();
			if (this.refusing) {
				this.account.drop(DropCause.STOPPED);
				return false;
			}
			Batch batch = batchFor(timestamp, message.length);
			if (!batch.append(timestamp, message)) {
				this.account.drop(DropCause.BUFFER_FULL);
			}
			this.open = (batch.count() > 0) ? batch : null;
			if (batch.isFull()) {
				sealOpenBatch();
			}
			return this.sealed.size() > sealedBefore;
		}
	}

	private Batch batchFor(long timestamp, int messageBytes) {
		if (this.open != null && !this.open.fits(timestamp, messageBytes)) {
			sealOpenBatch();
		}
		return (this.open != null) ? this.open : new Batch(this.settings, this.memory, this.nanoClock.getAsLong());
	}

	/**
	 * Seals the open batch where its deadline has come.
	 * @param nowNanos the engine's time
	 */
	public void sealIfDue(long nowNanos) {
		synchronized (this.lock) {
			if (this.open != null && this.open.isDue(nowNanos)) {
				sealOpenBatch();
			}
		}
	}

	/**
	 * Seals the open batch and returns all that is pending.
	 * @return the batches, first to be sent first
	 */
	public List<Batch> seal() {
		synchronized (this.lock) {
			sealOpenBatch();
			return new ArrayList<>(this.sealed);
		}
	}

	private void sealOpenBatch() {
		if (this.open != null) {
			this.open.seal();
			this.sealed.add(this.open);
			this.open = null;
		}
	}

	/**
	 * Returns the batch to be sent next.
	 * @return the first sealed batch, or {@code null} if there is none
	 */
	public @Nullable Batch head() {
		synchronized (this.lock) {
			return this.sealed.peek();
		}
	}

	/**
	 * Returns how long the open batch may still wait for its deadline.
	 * @param nowNanos the engine's time
	 * @return nanoseconds, or {@link Long#MAX_VALUE} if no batch is open
	 */
	public long nanosUntilDue(long nowNanos) {
		synchronized (this.lock) {
			return (this.open != null) ? this.open.nanosUntilDue(nowNanos) : Long.MAX_VALUE;
		}
	}

	/**
	 * Ends events of a sealed batch and counts them. A batch that was already settled
	 * stays as it is.
	 * @param batch a batch of this lane
	 * @param part how the events ended; at most as many as are pending
	 */
	public void settle(Batch batch, Settlement part) {
		synchronized (this.lock) {
			if (batch.pending() > 0) {
				batch.settle(part);
				this.account.settle(part);
			}
			if (batch.pending() == 0) {
				this.sealed.remove(batch);
			}
		}
	}

	/**
	 * Drops every later event as {@link DropCause#STOPPED}.
	 */
	void refuseEvents() {
		synchronized (this.lock) {
			this.refusing = true;
		}
	}

	/**
	 * Gives up what is pending.
	 */
	void abandon(DropCause cause) {
		synchronized (this.lock) {
			seal().forEach((batch) -> settle(batch, Settlement.dropped(cause, batch.pending())));
		}
	}

	/**
	 * Returns where the lane stands at this moment.
	 * @param nowNanos the engine's time
	 * @return a snapshot that balances
	 */
	public LaneSnapshot snapshot(long nowNanos) {
		synchronized (this.lock) {
			List<Batch> batches = new ArrayList<>(this.sealed);
			if (this.open != null) {
				batches.add(this.open);
			}
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

}
