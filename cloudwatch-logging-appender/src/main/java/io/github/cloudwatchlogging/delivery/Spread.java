package io.github.cloudwatchlogging.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long before its deadline the batch of a lane that was quiet is sent: at random up
 * to half of the longest delay, so that a fleet whose instances start together, or do
 * something together once a minute, does not send together. A lane that is busy sends at
 * its deadline, a whole one after it sent last, and so keeps its distance to the others
 * at no additional call. Used by the dispatcher's thread only.
 */
final class Spread {

	private final long mostNanos;

	private final RandomGenerator random;

	Spread(Duration maxDelay, RandomGenerator random) {
		this.mostNanos = maxDelay.toNanos() / 2;
		this.random = random;
	}

	/**
	 * Returns the longest lead, which is also how long a lane without calls is quiet.
	 */
	long mostNanos() {
		return this.mostNanos;
	}

	/**
	 * Draws a lead, from 0 to the longest.
	 */
	long leadNanos() {
		return this.mostNanos - this.random.nextLong(this.mostNanos + 1);
	}

}
