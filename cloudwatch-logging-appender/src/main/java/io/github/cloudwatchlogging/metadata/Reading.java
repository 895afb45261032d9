package io.github.cloudwatchlogging.metadata;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;

/**
 * One source being read on a thread of its own, and again after a failure, until it
 * answers or its time is over. Thread-safe.
 */
final class Reading implements Runnable {

	private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

	private final MetadataSource source;

	private final long startNanos = System.nanoTime();

	private final long timeoutNanos;

	private final CountDownLatch ended = new CountDownLatch(1);

	private volatile Map<String, String> values = Map.of();

	private volatile @Nullable Exception failure;

	Reading(MetadataSource source, long timeoutNanos) {
		this.source = source;
		this.timeoutNanos = timeoutNanos;
	}

	@Override
	public void run() {
		boolean again = true;
		while (again) {
			try {
				this.values = this.source.read();
				this.failure = null;
				again = false;
			}
			catch (IOException ex) {
				this.failure = ex;
				LockSupport.parkNanos(this, Math.min(PAUSE_NANOS, remainingNanos()));
				again = remainingNanos() > 0;
			}
			catch (RuntimeException ex) {
				this.failure = ex;
				again = false;
			}
		}
		this.ended.countDown();
	}

	/**
	 * Waits until it has ended, or its time is over.
	 * @return the values by variable
	 */
	Map<String, String> await() throws InterruptedException {
		this.ended.await(remainingNanos(), TimeUnit.NANOSECONDS);
		return this.values;
	}

	boolean isOver() {
		return this.ended.getCount() == 0 || remainingNanos() <= 0;
	}

	boolean has(String variable) {
		return this.values.containsKey(variable);
	}

	/**
	 * Returns why there are no more values.
	 */
	String reason() {
		Exception ex = this.failure;
		if (ex != null) {
			return ex.toString();
		}
		return (this.ended.getCount() == 0) ? "it has none" : "it does not answer";
	}

	private long remainingNanos() {
		return Math.max(0, this.timeoutNanos - (System.nanoTime() - this.startNanos));
	}

}
