package io.github.cloudwatchlogging.delivery;

import java.time.Duration;
import java.util.Arrays;

/**
 * How long after its first event each batch arrived.
 */
final class Lags {

	private final long lateNanos;

	private long[] nanos = new long[1024];

	private int count;

	private long lastLateNanos;

	Lags(Duration late) {
		this.lateNanos = late.toNanos();
	}

	void add(long nowNanos, long lagNanos) {
		if (this.count == this.nanos.length) {
			this.nanos = Arrays.copyOf(this.nanos, this.count * 2);
		}
		this.nanos[this.count++] = lagNanos;
		if (lagNanos > this.lateNanos) {
			this.lastLateNanos = nowNanos;
		}
	}

	/**
	 * Returns when the last batch arrived that was late.
	 */
	long lastLateNanos() {
		return this.lastLateNanos;
	}

	/**
	 * Returns the lag that so many of a hundred batches do not exceed.
	 */
	Duration percentile(double percent) {
		long[] sorted = Arrays.copyOf(this.nanos, this.count);
		Arrays.sort(sorted);
		return (this.count == 0) ? Duration.ZERO
				: Duration.ofNanos(sorted[(int) Math.min(this.count - 1, this.count * percent / 100)]);
	}

}
