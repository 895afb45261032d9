package io.github.cloudwatchlogging.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.github.cloudwatchlogging.delivery.OwnThread;

/**
 * Notices when no thread of this JVM ran, for garbage collection or because the machine
 * was busy elsewhere: a thread of its own oversleeps then, and no log call is to blame
 * for that time.
 */
final class Stalls {

	private static final long NAP_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

	private static final long WORTH_KEEPING_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

	private final List<TimeSpan> naps = new ArrayList<>();

	private final CompletableFuture<Void> thread = OwnThread.run(this::watch);

	private volatile boolean over;

	private void watch() {
		while (!this.over) {
			long startNanos = System.nanoTime();
			LockSupport.parkNanos(this, NAP_NANOS);
			TimeSpan nap = new TimeSpan(startNanos + NAP_NANOS, System.nanoTime());
			if (nap.nanos() > WORTH_KEEPING_NANOS) {
				this.naps.add(nap);
			}
		}
	}

	void stop() {
		this.over = true;
		this.thread.join();
	}

	/**
	 * Returns how long a call took beside the stalls. To be asked once it is over.
	 */
	long nanosWithoutStalls(TimeSpan call) {
		return call.nanos() - this.naps.stream().mapToLong(call::overlapNanos).sum();
	}

}
