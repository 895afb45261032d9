package io.github.cloudwatchlogging.batch;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import io.github.cloudwatchlogging.event.Severity;

/**
 * The bound on the memory of all batches together. Shared by all lanes; thread-safe.
 * Nothing waits but who asks to, and that is in a lock of {@code java.util.concurrent},
 * because a virtual thread that waits in a monitor would hold its carrier on JDK 21.
 */
public final class MemoryBudget {

	private final long limitBytes;

	private final double lowLevelThreshold;

	private final AtomicLong usedBytes = new AtomicLong();

	private final AtomicLong releases = new AtomicLong();

	private final AtomicInteger waiting = new AtomicInteger();

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition released = this.lock.newCondition();

	/**
	 * Creates a budget of which nothing is used.
	 * @param limitBytes the bound
	 * @param lowLevelThreshold the share of it that events of low severity may fill, from
	 * 0 to 1; those of normal severity may fill half of the rest too, and those of high
	 * severity all of it
	 */
	public MemoryBudget(long limitBytes, double lowLevelThreshold) {
		this.limitBytes = limitBytes;
		this.lowLevelThreshold = lowLevelThreshold;
	}

	boolean tryReserve(int bytes, Severity severity) {
		if (this.usedBytes.addAndGet(bytes) > limitBytes(severity)) {
			this.usedBytes.addAndGet(-bytes);
			return false;
		}
		return true;
	}

	private long limitBytes(Severity severity) {
		return switch (severity) {
			case LOW -> (long) (this.limitBytes * this.lowLevelThreshold);
			case NORMAL -> (long) (this.limitBytes * (1 + this.lowLevelThreshold) / 2);
			case HIGH -> this.limitBytes;
		};
	}

	void release(int bytes) {
		this.usedBytes.addAndGet(-bytes);
		this.releases.incrementAndGet();
		if (this.waiting.get() > 0) {
			this.lock.lock();
			try {
				this.released.signalAll();
			}
			finally {
				this.lock.unlock();
			}
		}
	}

	/**
	 * Returns how often memory was released. To be asked before the attempt that may fail
	 * and make {@link #awaitRelease} necessary.
	 * @return a number that only grows
	 */
	public long releases() {
		return this.releases.get();
	}

	/**
	 * Waits until memory is released. An interrupt ends the wait and stays set.
	 * @param releasesBefore how often it was released before the attempt that failed
	 * @param timeoutNanos how long to wait at most
	 * @return whether there was a release
	 */
	public boolean awaitRelease(long releasesBefore, long timeoutNanos) {
		this.waiting.incrementAndGet();
		this.lock.lock();
		try {
			long remaining = timeoutNanos;
			while (this.releases.get() == releasesBefore && remaining > 0) {
				remaining = this.released.awaitNanos(remaining);
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
		return this.releases.get() != releasesBefore;
	}

	/**
	 * Returns the bytes that batches hold now.
	 * @return bytes; for a moment more than the limit while a reservation is refused
	 */
	public long usedBytes() {
		return this.usedBytes.get();
	}

	/**
	 * Returns the bound.
	 * @return bytes
	 */
	public long limitBytes() {
		return this.limitBytes;
	}

}
