package io.github.cloudwatchlogging.spool;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;

/**
 * How much of a file the device has. Thread-safe: of several threads that wait for the
 * device one writes for all.
 */
final class ForcedBytes {

	private final SpoolFile file;

	private final ReentrantLock lock = new ReentrantLock();

	private volatile int forcedEnd;

	ForcedBytes(SpoolFile file) {
		this.file = file;
	}

	/**
	 * Returns once the device has what stands before an offset.
	 * @param end the offset
	 * @param latestEnd says how much there is by now
	 */
	void await(int end, IntSupplier latestEnd) {
		if (this.forcedEnd >= end) {
			return;
		}
		this.lock.lock();
		try {
			if (this.forcedEnd < end) {
				int latest = latestEnd.getAsInt();
				this.file.force(this.forcedEnd, latest);
				this.forcedEnd = latest;
			}
		}
		finally {
			this.lock.unlock();
		}
	}

}
