package io.github.cloudwatchlogging.batch;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Tells log calls that wait for room that there may be some. Shared by all lanes;
 * thread-safe. The wait is in a lock of {@code java.util.concurrent}, because a virtual
 * thread that waits in a monitor would hold its carrier on JDK 21.
 */
public final class RoomSignal {

	private final AtomicLong raised = new AtomicLong();

	private final AtomicInteger waiting = new AtomicInteger();

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition room = this.lock.newCondition();

	/**
	 * There may be room.
	 */
	public void raise() {
		this.raised.incrementAndGet();
		if (this.waiting.get() > 0) {
			this.lock.lock();
			try {
				this.room.signalAll();
			}
			finally {
				this.lock.unlock();
			}
		}
	}

	/**
	 * Returns how often it was raised. To be asked before the attempt that may fail and
	 * make {@link #await} necessary.
	 * @return a number that only grows
	 */
	public long raised() {
		return this.raised.get();
	}

	/**
	 * Waits until it is raised. An interrupt ends the wait and stays set.
	 * @param raisedBefore how often it was raised before the attempt that failed
	 * @param timeoutNanos how long to wait at most
	 * @return whether it was raised
	 */
	public boolean await(long raisedBefore, long timeoutNanos) {
		this.waiting.incrementAndGet();
		this.lock.lock();
		try {
			long remaining = timeoutNanos;
			while (this.raised.get() == raisedBefore && remaining > 0) {
				remaining = this.room.awaitNanos(remaining);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
		finally {
			this.lock.unlock();
			this.waiting.decrementAndGet();
		}
		return this.raised.get() != raisedBefore;
	}

}
