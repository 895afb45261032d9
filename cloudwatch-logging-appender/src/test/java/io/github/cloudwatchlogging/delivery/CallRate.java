package io.github.cloudwatchlogging.delivery;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * How many calls arrive in each tenth of a second.
 */
final class CallRate {

	private static final long TENTH_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

	private int[] tenths = new int[1024];

	void add(long nowNanos) {
		int tenth = (int) (nowNanos / TENTH_NANOS);
		if (tenth >= this.tenths.length) {
			this.tenths = Arrays.copyOf(this.tenths, tenth * 2);
		}
		this.tenths[tenth]++;
	}

	/**
	 * Returns the most calls in so many tenths of a second one after the other.
	 */
	int most(int span) {
		int most = 0;
		int sum = 0;
		for (int tenth = 0; tenth < this.tenths.length; tenth++) {
			sum += this.tenths[tenth] - ((tenth >= span) ? this.tenths[tenth - span] : 0);
			most = Math.max(most, sum);
		}
		return most;
	}

}
