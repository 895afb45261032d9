package io.github.cloudwatchlogging.lane;

import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;

import io.github.cloudwatchlogging.batch.Batch;
import io.github.cloudwatchlogging.batch.MemoryBudget;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.ledger.Account;
import io.github.cloudwatchlogging.ledger.Balance;
import io.github.cloudwatchlogging.ledger.DropCause;
import io.github.cloudwatchlogging.settings.BatchSettings;

/**
 * The lanes by destination, and the memory they share. Thread-safe.
 */
public final class Lanes {

	private final BatchSettings settings;

	private final MemoryBudget memory;

	private final LongSupplier nanoClock;

	private final ConcurrentMap<Destination, Lane> lanes = new ConcurrentHashMap<>();

	private final Account unrouted = new Account();

	private volatile boolean refusing;

	/**
	 * Creates the lanes of an engine; there are none before the first event.
	 * @param settings the bounds of a batch
	 * @param memory the bound on the memory of all batches
	 * @param nanoClock the engine's time in nanoseconds, of which only differences count
	 */
	public Lanes(BatchSettings settings, MemoryBudget memory, LongSupplier nanoClock) {
		this.settings = settings;
		this.memory = memory;
		this.nanoClock = nanoClock;
	}

	/**
	 * Returns the lane of a destination, opened if need be.
	 * @param destination the log group and stream
	 * @return the lane
	 */
	public Lane lane(Destination destination) {
		Lane lane = this.lanes.get(destination);
		return (lane != null) ? lane : this.lanes.computeIfAbsent(destination,
				(key) -> new Lane(key, this.settings, this.memory, this.nanoClock, () -> this.refusing));
	}

	/**
	 * Counts an event that was logged but has no lane.
	 * @param cause why it was given up
	 */
	public void drop(DropCause cause) {
		synchronized (this.unrouted) {
			this.unrouted.accept();
			this.unrouted.drop(cause);
		}
	}

	/**
	 * Returns what became of the events that had no lane.
	 * @return their balance
	 */
	public Balance unroutedBalance() {
		synchronized (this.unrouted) {
			return this.unrouted.balance(0);
		}
	}

	/**
	 * Gives up the batch that has waited longest and is not being sent.
	 * @return whether there was one
	 */
	public boolean evictOldestBatch() {
		Lane oldestLane = null;
		Batch oldest = null;
		for (Lane lane : this.lanes.values()) {
			Batch candidate = lane.evictable();
			if (candidate != null && (oldest == null || candidate.openedAtNanos() - oldest.openedAtNanos() < 0)) {
				oldestLane = lane;
				oldest = candidate;
			}
		}
		return oldestLane != null && oldest != null && oldestLane.evict(oldest);
	}

	/**
	 * Seals all open batches, so that they can be sent now.
	 */
	public void sealAll() {
		this.lanes.values().forEach(Lane::seal);
	}

	/**
	 * Returns how many events were given up for want of room.
	 * @return the number since the engine exists
	 */
	public long droppedForRoom() {
		return this.lanes.values().stream().mapToLong(Lane::droppedForRoom).sum();
	}

	/**
	 * Drops every later event as {@link DropCause#STOPPED}.
	 */
	public void refuseEvents() {
		this.refusing = true;
	}

	/**
	 * Gives up what is pending in all lanes.
	 * @param cause why
	 */
	public void abandon(DropCause cause) {
		this.lanes.values().forEach((lane) -> lane.abandon(cause));
	}

	/**
	 * Returns all lanes.
	 * @return a live view, safe to iterate
	 */
	public Collection<Lane> all() {
		return this.lanes.values();
	}

}
