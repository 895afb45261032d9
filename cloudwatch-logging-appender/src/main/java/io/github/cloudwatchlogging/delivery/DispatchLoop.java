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

	private final Fallback fallback;

	private final DeliveryListener listener;

	private final LongSupplier nanoClock;

	private final Thread thread;

	private volatile boolean stopped;

	DispatchLoop(Dispatcher dispatcher, Fallback fallback, DeliveryListener listener, LongSupplier nanoClock) {
		this.dispatcher = dispatcher;
		this.fallback = fallback;
		this.listener = listener;
		this.nanoClock = nanoClock;
		this.thread = new DeliveryThread(this::run, "cloudwatch-logs-dispatcher");
		dispatcher.onWakeUp(() -> LockSupport.unpark(this.thread));
	}

	void start() {
		this.thread.start();
	}

	void stop() {
		this.stopped = true;
		LockSupport.unpark(this.thread);
	}

	private void run() {
		while (!this.stopped) {
			LockSupport.parkNanos(this, turn());
		}
	}

	private long turn() {
		try {
			long nowNanos = this.nanoClock.getAsLong();
			long wait = this.dispatcher.runOnce(nowNanos);
			return Math.min(wait, this.fallback.turn(nowNanos));
		}
		catch (Throwable ex) {
			this.listener.defect(ex);
			return PAUSE_AFTER_DEFECT_NANOS;
		}
	}

}
