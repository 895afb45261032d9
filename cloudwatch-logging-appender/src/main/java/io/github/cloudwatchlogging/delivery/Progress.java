package io.github.cloudwatchlogging.delivery;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Where threads wait until enough batches are settled. Thread-safe. A lock of
 * {@code java.util.concurrent}, because a virtual thread that waits in a monitor would
 * hold its carrier on JDK 21.
 */
final class Progress {

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition changed = this.lock.newCondition();

	void signal() {
		this.lock.lock();
		try {
			this.changed.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Waits until the condition holds or the time is over. An interrupt ends the wait and
	 * stays set.
	 */
	void await(BooleanSupplier condition, long timeoutNanos) {
		this.lock.lock();
		try {
			long remaining = timeoutNanos;
			while (remaining > 0 && !condition.getAsBoolean()) {
				remaining = this.changed.awaitNanos(remaining);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		finally {
			this.lock.unlock();
		}
	}

}
