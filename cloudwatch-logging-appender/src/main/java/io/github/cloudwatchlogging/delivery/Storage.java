package io.github.cloudwatchlogging.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongSupplier;

import io.github.cloudwatchlogging.batch.BatchStore;
import io.github.cloudwatchlogging.batch.ByteBudget;
import io.github.cloudwatchlogging.batch.HeapStore;
import io.github.cloudwatchlogging.batch.RoomSignal;
import io.github.cloudwatchlogging.lane.Lanes;
import io.github.cloudwatchlogging.settings.DeliverySettings;
import io.github.cloudwatchlogging.spool.Spool;
import io.github.cloudwatchlogging.spool.SpoolSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * Where undelivered events are kept: in memory, or in a spool with two threads of its
 * own, one that keeps files ready and one that recovers what others left. Thread-safe.
 */
final class Storage {

	private static final Duration LEAST_TIME_TO_CLOSE = Duration.ofSeconds(1);

	private final RoomSignal signal = new RoomSignal();

	private final ByteBudget memory;

	private final HeapStore heap;

	private final @Nullable Spool spool;

	private final @Nullable TurnLoop keeper;

	private final DeliveryListener listener;

	private @Nullable Thread recovery;

	Storage(DeliverySettings settings, DeliveryListener listener, LongSupplier nanoClock) {
		this.listener = listener;
		double lowLevelThreshold = settings.buffer().lowLevelThreshold();
		this.memory = new ByteBudget(settings.buffer().maxBytes(), lowLevelThreshold, this.signal);
		this.heap = new HeapStore(this.memory);
		if (!settings.spool().enabled()) {
			this.spool = null;
			this.keeper = null;
			return;
		}
		Spool opened = new Spool(settings.spool(), settings.batch(), lowLevelThreshold, this.heap, this.signal,
				listener, nanoClock, InstantSource.system());
		TurnLoop loop = new TurnLoop("cloudwatch-logs-spool", opened::runOnce, () -> close(opened), listener,
				nanoClock);
		opened.onWork(loop::wakeUp);
		this.spool = opened;
		this.keeper = loop;
	}

	BatchStore store() {
		return (this.spool != null) ? this.spool.store() : this.heap;
	}

	RoomSignal signal() {
		return this.signal;
	}

	/**
	 * No place was ready in time.
	 */
	void failed(Throwable cause) {
		if (this.spool != null) {
			this.spool.failed(cause);
		}
	}

	/**
	 * Starts the threads, if there are any.
	 */
	void start(Lanes lanes, Runnable wakeUp) {
		Spool started = this.spool;
		if (started != null && this.keeper != null) {
			this.keeper.start();
			this.recovery = new DeliveryThread(() -> recover(started, lanes, wakeUp), "cloudwatch-logs-recovery");
			this.recovery.start();
		}
	}

	private void recover(Spool source, Lanes lanes, Runnable wakeUp) {
		try {
			source.recover((recovered) -> {
				lanes.recover(recovered.destination(), recovered.batch());
				wakeUp.run();
			});
		}
		catch (Throwable ex) {
			this.listener.defect(ex);
		}
	}

	/**
	 * Hands on no further batches of others.
	 * @param timeout how long to wait for the one that is being handed on
	 */
	void stopRecovery(Duration timeout) {
		if (this.spool == null || this.recovery == null) {
			return;
		}
		this.spool.stopRecovery();
		try {
			this.recovery.join(Math.max(1, timeout.toMillis()));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Ends the threads. Files with events are left to whoever starts next.
	 * @param timeout how long that may take; at least a second is taken
	 */
	void stop(Duration timeout) {
		if (this.keeper != null) {
			this.keeper.stop();
			this.keeper.join((timeout.compareTo(LEAST_TIME_TO_CLOSE) > 0) ? timeout : LEAST_TIME_TO_CLOSE);
		}
	}

	private static void close(Spool spool) {
		try {
			spool.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	long usedMemoryBytes() {
		return this.memory.usedBytes();
	}

	long memoryLimitBytes() {
		return this.memory.limitBytes();
	}

	/**
	 * Returns where the spool stands, or {@code null} if there is none.
	 */
	@Nullable SpoolSnapshot spoolSnapshot() {
		return (this.spool != null) ? this.spool.snapshot() : null;
	}

}
