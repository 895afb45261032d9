package io.github.cloudwatchlogging.benchmarks.peers;

/**
 * How long calls took, each known to within three percent. Not thread-safe: each thread
 * has its own, and they are added up at the end.
 */
final class CallTimes {

	private static final int STEP_BITS = 5;

	private static final int STEPS = 1 << STEP_BITS;

	private final long[] counts = new long[(Long.SIZE - STEP_BITS) * STEPS];

	private long count;

	private long totalNanos;

	private long longestNanos;

	void add(long nanos) {
		this.counts[index(nanos)]++;
		this.count++;
		this.totalNanos += nanos;
		this.longestNanos = Math.max(this.longestNanos, nanos);
	}

	void add(CallTimes others) {
		for (int index = 0; index < this.counts.length; index++) {
			this.counts[index] += others.counts[index];
		}
		this.count += others.count;
		this.totalNanos += others.totalNanos;
		this.longestNanos = Math.max(this.longestNanos, others.longestNanos);
	}

	long meanNanos() {
		return this.totalNanos / Math.max(1, this.count);
	}

	long longestNanos() {
		return this.longestNanos;
	}

	/**
	 * Returns the time that a share of all calls did not exceed.
	 */
	long nanosOf(double share) {
		long rank = (long) Math.ceil(this.count * share);
		long seen = 0;
		for (int index = 0; index < this.counts.length; index++) {
			seen += this.counts[index];
			if (seen >= rank) {
				return least(index);
			}
		}
		return this.longestNanos;
	}

	// Each power of two has as many steps as all that is below the first.
	private static int index(long nanos) {
		if (nanos < STEPS) {
			return (int) nanos;
		}
		int shift = Long.SIZE - 1 - STEP_BITS - Long.numberOfLeadingZeros(nanos);
		return shift * STEPS + (int) (nanos >>> shift);
	}

	private static long least(int index) {
		int shift = Math.max(0, index / STEPS - 1);
		return (long) (index - shift * STEPS) << shift;
	}

}
