package io.github.cloudwatchlogging.delivery;

import java.util.concurrent.TimeUnit;

/**
 * A token bucket: so many lines at once, and so many a second in the long run. Not
 * thread-safe.
 */
final class LineRate {

	private final int mostAtOnce;

	private final long nanosForLine;

	private int tokens;

	private long filledAtNanos;

	LineRate(int perSecond, int mostAtOnce, long nowNanos) {
		this.mostAtOnce = mostAtOnce;
		this.nanosForLine = TimeUnit.SECONDS.toNanos(1) / perSecond;
		this.tokens = mostAtOnce;
		this.filledAtNanos = nowNanos;
	}

	boolean tryTake(long nowNanos) {
		long earned = Math.max(0, nowNanos - this.filledAtNanos) / this.nanosForLine;
		this.filledAtNanos += earned * this.nanosForLine;
		this.tokens = (int) Math.min(this.mostAtOnce, this.tokens + earned);
		if (this.tokens == 0) {
			return false;
		}
		this.tokens--;
		return true;
	}

}
