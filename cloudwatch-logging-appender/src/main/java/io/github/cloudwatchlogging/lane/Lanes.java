package io.github.cloudwatchlogging.lane;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

import io.github.cloudwatchlogging.batch.Batch;
import io.github.cloudwatchlogging.batch.BatchStore;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.ledger.Account;
import io.github.cloudwatchlogging.ledger.Balance;
import io.github.cloudwatchlogging.ledger.DropCause;
import io.github.cloudwatchlogging.ledger.LastLoss;
import io.github.cloudwatchlogging.ledger.LossObserver;
import io.github.cloudwatchlogging.settings.BatchSettings;
import org.jspecify.annotations.Nullable;

/**
 * The lanes by destination, and the memory they share. Thread-safe.
 */
public final class Lanes {

	private final BatchSettings settings;

	private final BatchStore store;

	private final LongSupplier nanoClock;

	private final LossObserver lossObserver;

	private final LastLoss lastLoss;

	private final ConcurrentHashMap<Destination, Lane> lanes = new ConcurrentHashMap<>();

	private final ConcurrentHashMap<Destination, Lane> recovered = new ConcurrentHashMap<>();

	/**
	 * Guards the accounts of events without a lane, and the moves of lanes into them.
	 */
	private final Object books = new Object();

	private final Account unrouted = new Account();

	private Balance closedLanes = Balance.ZERO;

	private volatile boolean refusing;

	/**
	 * Creates the lanes of an engine; there are none before the first event.
	 * @param settings the bounds of a batch
	 * @param store where the bytes of batches live
	 * @param nanoClock the engine's time in nanoseconds, of which only differences count
	 * @param lossObserver is shown every event that is lost
	 */
	public Lanes(BatchSettings settings, BatchStore store, LongSupplier nanoClock, LossObserver lossObserver) {
		this.settings = settings;
		this.store = store;
		this.nanoClock = nanoClock;
		this.lossObserver = lossObserver;
		this.lastLoss = new LastLoss(nanoClock);
	}

	/**
	 * Returns the lane of a destination, opened if need be.
	 * @param destination the log group and stream
	 * @return the lane
	 */
	public Lane lane(Destination destination) {
		Lane lane = this.lanes.get(destination);
		return (lane != null) ? lane : this.lanes.computeIfAbsent(destination, this::newLane);
	}

	private Lane newLane(Destination destination) {
		return new Lane(destination, this.settings, this.store, this.nanoClock, () -> this.refusing, this.lossObserver,
				this.lastLoss);
	}

	/**
	 * Takes a batch that another process left. It gets a lane beside that of its
	 * destination's new events, so that neither waits for the other.
	 * @param destination the log group and stream
	 * @param batch a sealed batch, opened after those that were taken before it
	 */
	public void recover(Destination destination, Batch batch) {
		while (!this.recovered.computeIfAbsent(destination, this::newLane).recover(batch)) {
			// The lane was idle and is just being closed.
			Thread.onSpinWait();
		}
	}

	/**
	 * Closes the lanes of recovered batches that are all settled.
	 * @return whether any was closed
	 */
	public boolean closeRecovered() {
		synchronized (this.books) {
			return this.recovered.values().removeIf(this::moveToClosed);
		}
	}

	private boolean moveToClosed(Lane lane) {
		Balance balance = lane.closeIfIdle();
		if (balance != null) {
			this.closedLanes = this.closedLanes.plus(balance);
		}
		return balance != null;
	}

	/**
	 * Counts an event that was logged but has no lane.
	 * @param cause why it was given up
	 * @param timestamp its time in milliseconds since the epoch
	 * @param description its message, or what can be said of it, as valid UTF-8
	 */
	public void drop(DropCause cause, long timestamp, byte[] description) {
		synchronized (this.books) {
			this.unrouted.accept();
			this.unrouted.drop(cause);
		}
		this.lastLoss.note();
		this.lossObserver.lost(cause, null, timestamp, description, 0, description.length);
	}

	/**
	 * Closes lanes that have nothing pending, least recently used first, until no more
	 * are open than allowed. Lanes in excess that have something pending are sealed, so
	 * that they can be closed soon.
	 * @param most how many lanes may be open
	 * @param nowNanos the engine's time
	 */
	public void closeExcess(int most, long nowNanos) {
		int excess = this.lanes.size() - most;
		if (excess <= 0) {
			return;
		}
		this.lanes.values()
			.stream()
			.sorted(Comparator.comparingLong((lane) -> lane.lastOpenedNanos() - nowNanos))
			.limit(excess)
			.forEach(this::closeOrSeal);
	}

	private void closeOrSeal(Lane lane) {
		lane.seal();
		synchronized (this.books) {
			if (moveToClosed(lane)) {
				this.lanes.remove(lane.destination(), lane);
			}
		}
	}

	/**
	 * Returns whether more lanes are open than allowed.
	 * @param most how many lanes may be open
	 * @return whether {@link #closeExcess} has something to do
	 */
	public boolean exceed(int most) {
		return this.lanes.mappingCount() > most;
	}

	/**
	 * Returns where all events are at one moment.
	 * @param nowNanos the engine's time
	 * @return a snapshot that balances
	 */
	public LanesSnapshot snapshot(long nowNanos) {
		synchronized (this.books) {
			return new LanesSnapshot(this.unrouted.balance(0).plus(this.closedLanes),
					all().stream().map((lane) -> lane.snapshot(nowNanos)).toList(), this.lastLoss.age(nowNanos));
		}
	}

	/**
	 * Returns the lane of a destination, if it is open.
	 * @param destination the log group and stream
	 * @return the lane, or {@code null}
	 */
	public @Nullable Lane find(Destination destination) {
		return this.lanes.get(destination);
	}

	/**
	 * Gives up the batch that has waited longest and is not being sent.
	 * @return whether there was one
	 */
	public boolean evictOldestBatch() {
		Lane oldestLane = null;
		Batch oldest = null;
		for (Lane lane : all()) {
			Batch candidate = lane.evictable();
			if (candidate != null && (oldest == null || candidate.openedAtNanos() - oldest.openedAtNanos() < 0)) {
				oldestLane = lane;
				oldest = candidate;
			}
		}
		return oldestLane != null && oldest != null && oldestLane.evict(oldest);
	}

	/**
	 * Seals every open batch that is the first of its lane, so that each lane that has
	 * something pending can send something now.
	 */
	public void sealFirst() {
		all().forEach(Lane::sealIfFirst);
	}

	/**
	 * Returns how many events were given up for want of room.
	 * @return the number since the engine exists
	 */
	public long droppedForRoom() {
		synchronized (this.books) {
			return this.closedLanes.dropped(DropCause.BUFFER_FULL)
					+ all().stream().mapToLong(Lane::droppedForRoom).sum();
		}
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
		all().forEach((lane) -> lane.abandon(cause));
	}

	/**
	 * Returns all lanes.
	 * @return those of new events and those of recovered ones, safe to iterate
	 */
	public Collection<Lane> all() {
		if (this.recovered.isEmpty()) {
			return this.lanes.values();
		}
		List<Lane> all = new ArrayList<>(this.lanes.values());
		all.addAll(this.recovered.values());
		return all;
	}

}
