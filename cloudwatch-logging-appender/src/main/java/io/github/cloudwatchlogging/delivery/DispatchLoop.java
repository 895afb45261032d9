package io.github.cloudwatchlogging.delivery;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Takes the dispatcher's turns until it is stopped. Whatever a turn throws is told, and
 * the next turn is taken.
 */
final class DispatchLoop {

	private static final long PAUSE_AFTER_DEFECT_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

	private final Dispatcher dispatcher;

	private final DeliveryListener listener;

	private final LongSupplier nanoClock;

	private final Thread thread;

	private volatile boolean stopped;

	private volatile boolean woken;

	DispatchLoop(Dispatcher dispatcher, DeliveryListener listener, LongSupplier nanoClock) {
		this.dispatcher = dispatcher;
		this.listener = listener;
		this.nanoClock = nanoClock;
		this.thread = new DeliveryThread(this::run, "cloudwatch-logs-dispatcher");
		dispatcher.onWakeUp(this::wakeUp);
	}

	void start() {
		this.thread.start();
	}

	void stop() {
		this.stopped = true;
		wakeUp();
	}

	private void wakeUp() {
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
	}

	private long turn() {
		try {
			return this.dispatcher.runOnce(this.nanoClock.getAsLong());
		}
		catch (Throwable ex) {
			this.listener.defect(ex);
			return PAUSE_AFTER_DEFECT_NANOS;
		}
	}

}
