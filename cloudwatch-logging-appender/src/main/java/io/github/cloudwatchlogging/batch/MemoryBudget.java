package io.github.cloudwatchlogging.batch;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The bound on the memory of all batches together. Shared by all lanes; thread-safe, and
 * never waits.
 */
public final class MemoryBudget {

	private final long limitBytes;

	private final AtomicLong usedBytes = new AtomicLong();

	private final AtomicLong refused = new AtomicLong();

	/**
	 * Creates a budget of which nothing is used.
	 * @param limitBytes the bound in bytes
	 */
	public MemoryBudget(long limitBytes) {
		this.limitBytes = limitBytes;
	}

	boolean tryReserve(int bytes) {
		long used = this.usedBytes.addAndGet(bytes);
		if (used > this.limitBytes) {
			this.usedBytes.addAndGet(-bytes);
			this.refused.incrementAndGet();
			return false;
		}
		return true;
	}

	void release(int bytes) {
		this.usedBytes.addAndGet(-bytes);
	}

	/**
	 * Returns the bytes that batches hold now.
	 * @return bytes; for a moment more than the limit while a reservation is refused
	 */
	public long usedBytes() {
		return this.usedBytes.get();
	}

	/**
	 * Returns how often there was no room, which is once for each event so dropped.
	 * @return the number since the budget exists
	 */
	public long refused() {
		return this.refused.get();
	}

	/**
	 * Returns the bound.
	 * @return bytes
	 */
	public long limitBytes() {
		return this.limitBytes;
	}

}
