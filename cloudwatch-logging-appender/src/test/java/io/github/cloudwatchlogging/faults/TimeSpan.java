package io.github.cloudwatchlogging.faults;

/**
 * When something began and ended, in the system's nanoseconds.
 *
 * @param startNanos its beginning
 * @param endNanos its end
 */
record TimeSpan(long startNanos, long endNanos) {

	long nanos() {
		return this.endNanos - this.startNanos;
	}

	long overlapNanos(TimeSpan other) {
		return Math.max(0, Math.min(this.endNanos, other.endNanos) - Math.max(this.startNanos, other.startNanos));
	}

}
