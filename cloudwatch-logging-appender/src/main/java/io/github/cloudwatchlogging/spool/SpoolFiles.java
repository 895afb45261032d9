package io.github.cloudwatchlogging.spool;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Deque;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import io.github.cloudwatchlogging.batch.ByteBudget;
import io.github.cloudwatchlogging.batch.IdleArrays;
import io.github.cloudwatchlogging.batch.RoomSignal;
import io.github.cloudwatchlogging.event.Severity;
import org.jspecify.annotations.Nullable;

/**
 * The files of this process: some ready, the others in use. Log calls take ready ones;
 * the keeper makes them, and deletes what is too much, in its turns. Thread-safe, but for
 * the methods that say that they are the keeper's.
 */
final class SpoolFiles {

	/**
	 * How many the keeper makes in reserve: as many as a busy lane fills while one is
	 * made.
	 */
	static final int MOST_MADE_AHEAD = 3;

	/**
	 * How many are kept for use again where the bound allows it: as many as a burst fills
	 * that is quicker than the service. To make a file costs what thousands of log calls
	 * cost.
	 */
	private static final int MOST_READY = 16;

	private final FileMaker maker;

	private final ByteBudget budget;

	private final RoomSignal signal;

	private final int mostReady;

	private final boolean syncedAlways;

	/**
	 * The one that was used last comes first: its pages are still where they are quick to
	 * write to.
	 */
	private final Deque<SpoolFile> ready = new ConcurrentLinkedDeque<>();

	private final AtomicInteger readyCount = new AtomicInteger();

	/**
	 * What stands in files is sent from the heap.
	 */
	private final IdleArrays copies = new IdleArrays();

	private final Queue<SpoolFile> surplus = new ConcurrentLinkedQueue<>();

	private final Set<FileRecords> inUse = ConcurrentHashMap.newKeySet();

	private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

	private volatile boolean low;

	private volatile Runnable wakeKeeper = () -> {
	};

	SpoolFiles(FileMaker maker, ByteBudget budget, RoomSignal signal, int mostReady, boolean syncedAlways) {
		this.maker = maker;
		this.budget = budget;
		this.signal = signal;
		this.mostReady = mostReady;
		this.syncedAlways = syncedAlways;
	}

	/**
	 * Returns how many files are kept for use again, which are not counted in the budget:
	 * at most a quarter of the bound.
	 */
	static int mostReady(long maxBytes, int fileBytes) {
		return (int) Math.min(MOST_READY, maxBytes / fileBytes / 4);
	}

	void onLow(Runnable wakeKeeper) {
		this.wakeKeeper = wakeKeeper;
	}

	/**
	 * Returns a ready file, or {@code null} if there is none at this moment.
	 */
	@Nullable SpoolFile poll() {
		SpoolFile file = this.ready.poll();
		if (file == null) {
			this.wakeKeeper.run();
		}
		else if (this.readyCount.decrementAndGet() < MOST_MADE_AHEAD) {
			this.low = true;
		}
		return file;
	}

	/**
	 * Has files made if only few are ready. Not under a lane's lock: a thread that is
	 * woken may take the processor of the one that wakes it.
	 */
	void wakeKeeperIfLow() {
		if (this.low) {
			this.low = false;
			this.wakeKeeper.run();
		}
	}

	void putBack(SpoolFile file) {
		this.readyCount.incrementAndGet();
		this.ready.push(file);
	}

	boolean tryReserve(SpoolFile file, Severity severity) {
		return this.budget.tryReserve(file.size(), severity);
	}

	/**
	 * Begins a batch in a file.
	 * @return its records, or {@code null} if the device does not take them
	 */
	@Nullable FileRecords begin(SpoolFile file, BatchFileHeader header) {
		try {
			FileRecords records = new FileRecords(file, header, this);
			this.inUse.add(records);
			return records;
		}
		catch (InternalError ex) {
			this.budget.release(file.size());
			failed(ex);
			return null;
		}
	}

	/**
	 * Takes a file back whose batch has ended.
	 */
	void giveBack(FileRecords records, SpoolFile file) {
		this.inUse.remove(records);
		if (this.readyCount.get() < this.mostReady) {
			putBack(file);
		}
		else {
			this.surplus.add(file);
			this.wakeKeeper.run();
		}
		this.budget.release(file.size());
	}

	/**
	 * No file can be had, or none that works. Log calls that wait go on without.
	 */
	void failed(Throwable cause) {
		this.failure.compareAndSet(null, cause);
		this.signal.raise();
		this.wakeKeeper.run();
	}

	/**
	 * Returns why no file can be had, or {@code null} if one can, now or in a moment.
	 */
	@Nullable Throwable failure() {
		return this.failure.get();
	}

	IdleArrays copies() {
		return this.copies;
	}

	boolean isSyncedAlways() {
		return this.syncedAlways;
	}

	/**
	 * Makes files until enough are ready. The keeper's.
	 */
	void makeReady() {
		try {
			while (this.readyCount.get() < MOST_MADE_AHEAD) {
				putBack(this.maker.make());
				this.signal.raise();
			}
			this.failure.set(null);
		}
		catch (IOException | InternalError ex) {
			failed(ex);
		}
	}

	/**
	 * Deletes what is too much. The keeper's.
	 */
	void deleteSurplus() {
		for (SpoolFile file = this.surplus.poll(); file != null; file = this.surplus.poll()) {
			delete(file);
		}
	}

	/**
	 * Writes to the device what is not there yet. The keeper's.
	 */
	void force() {
		this.inUse.forEach(FileRecords::force);
	}

	/**
	 * Deletes all files that hold no batch. The keeper's, and its last.
	 * @return whether any file is left
	 */
	boolean close() {
		deleteSurplus();
		for (SpoolFile file = this.ready.poll(); file != null; file = this.ready.poll()) {
			delete(file);
		}
		return !this.inUse.isEmpty();
	}

	private void delete(SpoolFile file) {
		try {
			file.truncate();
			Files.deleteIfExists(file.path());
		}
		catch (IOException ex) {
			// It holds no batch: whoever comes next deletes it.
			failed(ex);
		}
	}

	/**
	 * Makes files full of zeros.
	 */
	@FunctionalInterface
	interface FileMaker {

		/**
		 * Makes a file.
		 * @throws IOException if there is no room, or no directory
		 */
		SpoolFile make() throws IOException;

	}

}
