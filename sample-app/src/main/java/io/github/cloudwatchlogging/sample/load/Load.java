package io.github.cloudwatchlogging.sample.load;

import org.springframework.util.Assert;

/**
 * How much is to be logged, and how fast.
 *
 * @param events how many events
 * @param rate how many events a second over all threads, or 0 for as fast as possible
 * @param threads how many threads log them
 */
record Load(int events, int rate, int threads) {

	private static final int MAX_THREADS = 64;

	Load {
		Assert.isTrue(events >= 0 && events <= LoadEvent.MAX_EVENTS,
				() -> "events=" + events + " is not between 0 and " + LoadEvent.MAX_EVENTS);
		Assert.isTrue(rate >= 0, () -> "rate=" + rate + " is negative");
		Assert.isTrue(threads >= 1 && threads <= MAX_THREADS,
				() -> "threads=" + threads + " is not between 1 and " + MAX_THREADS);
	}

	/**
	 * Returns when an event is due.
	 */
	long nanosFromStart(int seq) {
		return (this.rate > 0) ? seq * 1_000_000_000L / this.rate : 0;
	}

}
