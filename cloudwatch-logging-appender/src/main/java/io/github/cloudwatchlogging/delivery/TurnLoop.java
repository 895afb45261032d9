package io.github.cloudwatchlogging.delivery;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.function.LongUnaryOperator;

/**
 * A thread that takes turns until it is stopped. Whatever a turn throws is told, and the
 * next turn is taken.
 */
final class TurnLoop {

	private static final long PAUSE_AFTER_DEFECT_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

	private final LongUnaryOperator turn;

	private final Runnable end;

	private final DeliveryListener listener;

	private final LongSupplier nanoClock;

	private final Thread thread;

	private volatile boolean stopped;

	private volatile boolean woken;

	/**
	 * Creates a loop that is not running.
	 * @param name the thread's
	 * @param turn is given the engine's time, and returns the nanoseconds until the next
	 * turn
	 * @param end is run after the last turn
	 * @param listener hears what a turn throws
	 * @param nanoClock the engine's time
	 */
	TurnLoop(String name, LongUnaryOperator turn, Runnable end, DeliveryListener listener, LongSupplier nanoClock) {
		this.turn = turn;
		this.end = end;
		this.listener = listener;
		this.nanoClock = nanoClock;
		this.thread = new DeliveryThread(this::run, name);
	}

	void start() {
		this.thread.start();
	}

	void stop() {
		this.stopped = true;
		wakeUp();
	}

	/**
	 * Waits until the thread has ended. An interrupt ends the wait and stays set.
	 */
	void join(Duration timeout) {
		try {
			this.thread.join(Math.max(1, timeout.toMillis()));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	void wakeUp() {
		this.woken = true;
		LockSupport.unpark(this.thread);
	}

	// The permit of unpark() alone does not last: a lock that a turn waits for parks the
	// thread too, and uses it up.
	private void run() {
		while (!this.stopped) {
			this.woken = false;
			long wait = turn();
			if (!this.woken && !this.stopped) {
				LockSupport.parkNanos(this, wait);
			}
		}
		guarded(this.end);
	}

	private long turn() {
		try {
			return this.turn.applyAsLong(this.nanoClock.getAsLong());
		}
		catch (Throwable ex) {
			this.listener.defect(ex);
			return PAUSE_AFTER_DEFECT_NANOS;
		}
	}

	private void guarded(Runnable work) {
		try {
			work.run();
		}
		catch (Throwable ex) {
			this.listener.defect(ex);
		}
	}

}
