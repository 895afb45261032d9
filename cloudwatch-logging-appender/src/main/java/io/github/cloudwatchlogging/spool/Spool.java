package io.github.cloudwatchlogging.spool;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

import io.github.cloudwatchlogging.batch.BatchStore;
import io.github.cloudwatchlogging.batch.ByteBudget;
import io.github.cloudwatchlogging.batch.RoomSignal;
import io.github.cloudwatchlogging.settings.BatchSettings;
import io.github.cloudwatchlogging.settings.SpoolSettings;
import io.github.cloudwatchlogging.settings.SpoolSync;
import org.jspecify.annotations.Nullable;

/**
 * Keeps batches in files. One thread takes the keeper's turns, another runs the recovery
 * once; log calls only store into files that are ready.
 */
public final class Spool {

	private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(1);

	private static final long IDLE_NANOS = TimeUnit.HOURS.toNanos(1);

	private final SpoolSettings settings;

	private final BatchSettings batchSettings;

	private final SpoolDirectory directory;

	private final ByteBudget budget;

	private final SpoolListener listener;

	private final LongSupplier nanoClock;

	private final InstantSource clock;

	private final SpoolFiles files;

	private final SpoolStore store;

	private final DamagedFiles damagedFiles;

	private final List<LeftFiles> takenOver = new ArrayList<>();

	private final Queue<LeftFiles> newlyTakenOver = new ConcurrentLinkedQueue<>();

	private volatile Runnable wakeKeeper = () -> {
	};

	private volatile boolean stopped;

	private SpoolFiles.@Nullable FileMaker maker;

	private @Nullable OwnerDirectory owner;

	private boolean failureTold;

	private long retryAtNanos;

	private long forcedNanos;

	/**
	 * Opens a spool. Makes no file yet.
	 * @param settings where and how much
	 * @param batchSettings the bounds of a batch
	 * @param lowLevelThreshold the share of the bound that events of low severity may
	 * fill, from 0 to 1
	 * @param memory keeps batches while no file can be had
	 * @param signal is raised when there may be room
	 * @param listener hears what an operator should know
	 * @param nanoClock the engine's time in nanoseconds
	 * @param clock the time of day
	 */
	public Spool(SpoolSettings settings, BatchSettings batchSettings, double lowLevelThreshold, BatchStore memory,
			RoomSignal signal, SpoolListener listener, LongSupplier nanoClock, InstantSource clock) {
		this.settings = settings;
		this.batchSettings = batchSettings;
		this.directory = SpoolDirectory.open(settings.directory());
		int fileBytes = BatchFileLayout.fileBytes(batchSettings.maxBytes());
		int mostReady = SpoolFiles.mostReady(settings.maxBytes(), fileBytes);
		this.budget = new ByteBudget(settings.maxBytes() - (long) mostReady * fileBytes, lowLevelThreshold, signal);
		this.listener = listener;
		this.nanoClock = nanoClock;
		this.clock = clock;
		this.files = new SpoolFiles(this::make, this.budget, signal, mostReady, settings.sync() == SpoolSync.ALWAYS);
		this.store = new SpoolStore(this.files, memory, this.directory.processMark(), new SplittableRandom().nextLong(),
				clock);
		this.damagedFiles = new DamagedFiles(this.directory, listener);
		this.retryAtNanos = nanoClock.getAsLong();
		this.forcedNanos = this.retryAtNanos;
	}

	/**
	 * Returns where batches are kept.
	 * @return the store; thread-safe
	 */
	public BatchStore store() {
		return this.store;
	}

	/**
	 * Sets what makes the keeper take its next turn at once.
	 * @param wakeKeeper may be called by any thread; must not wait
	 */
	public void onWork(Runnable wakeKeeper) {
		this.wakeKeeper = wakeKeeper;
		this.files.onLow(wakeKeeper);
	}

	/**
	 * Takes one turn of the keeper: makes files, deletes what has ended, writes to the
	 * device.
	 * @param nowNanos the engine's time
	 * @return nanoseconds until the next turn is due, unless it is woken before
	 */
	public long runOnce(long nowNanos) {
		if (nowNanos - this.retryAtNanos >= 0) {
			this.files.makeReady();
		}
		noteFailure(nowNanos);
		clean();
		long idleNanos = this.failureTold ? RETRY_NANOS : IDLE_NANOS;
		boolean byInterval = this.settings.sync() == SpoolSync.INTERVAL;
		if (byInterval && nowNanos - this.forcedNanos >= this.settings.syncInterval().toNanos()) {
			this.files.force();
			this.forcedNanos = nowNanos;
		}
		return byInterval ? Math.min(idleNanos, this.settings.syncInterval().toNanos()) : idleNanos;
	}

	private SpoolFile make() throws IOException {
		if (this.maker == null) {
			this.owner = this.directory.newOwner();
			this.maker = new MappedFileMaker(this.owner, this.batchSettings.maxBytes(),
					this.settings.sync() != SpoolSync.NONE);
		}
		return this.maker.make();
	}

	private void noteFailure(long nowNanos) {
		Throwable failure = this.files.failure();
		if (failure != null && nowNanos - this.retryAtNanos >= 0) {
			this.retryAtNanos = nowNanos + RETRY_NANOS;
		}
		if (failure != null && !this.failureTold) {
			this.listener.spoolFailing(failure);
		}
		else if (failure == null && this.failureTold) {
			this.listener.spoolWorking();
		}
		this.failureTold = failure != null;
	}

	private void clean() {
		this.files.deleteSurplus();
		for (LeftFiles left = this.newlyTakenOver.poll(); left != null; left = this.newlyTakenOver.poll()) {
			this.takenOver.add(left);
		}
		this.takenOver.removeIf((left) -> isCleaned(left));
	}

	private boolean isCleaned(LeftFiles left) {
		try {
			return left.clean();
		}
		catch (IOException ex) {
			this.files.failed(ex);
			return false;
		}
	}

	/**
	 * Takes over what processes left that have ended. Returns when all of it was handed
	 * on, or the spool is stopped.
	 * @param consumer takes the batches; called on the calling thread
	 * @throws IOException if the directory cannot be read
	 */
	public void recover(Consumer<RecoveredBatch> consumer) throws IOException {
		new Recovery(this.directory, this.damagedFiles, this.batchSettings, this::takeOver, this.listener,
				this.nanoClock, this.clock, () -> this.stopped)
			.run(consumer);
	}

	private LeftFiles takeOver(OwnerDirectory left) {
		LeftFiles leftFiles = new LeftFiles(left, this.damagedFiles, this.budget, () -> this.wakeKeeper.run());
		this.newlyTakenOver.add(leftFiles);
		return leftFiles;
	}

	/**
	 * Ends the recovery, if it is under way.
	 */
	public void stopRecovery() {
		this.stopped = true;
	}

	/**
	 * No file was ready in time: log calls go on without.
	 * @param cause says so
	 */
	public void failed(Throwable cause) {
		this.files.failed(cause);
	}

	/**
	 * Deletes files without events, and leaves those with events to whoever comes next.
	 * The keeper's last turn, after the recovery has ended and all lanes have let go of
	 * their batches.
	 * @throws IOException if that fails; nothing is lost then
	 */
	public void close() throws IOException {
		clean();
		for (LeftFiles left : this.takenOver) {
			left.leave();
		}
		boolean left = this.files.close();
		if (this.owner == null) {
			return;
		}
		if (left) {
			this.owner.leave();
		}
		else {
			this.owner.delete();
		}
	}

	/**
	 * Returns where the spool stands.
	 * @return a snapshot
	 */
	public SpoolSnapshot snapshot() {
		return new SpoolSnapshot(this.budget.usedBytes(), this.budget.limitBytes(), this.files.failure() != null,
				this.damagedFiles.count());
	}

}
