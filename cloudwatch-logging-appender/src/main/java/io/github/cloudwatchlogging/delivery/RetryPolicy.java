package io.github.cloudwatchlogging.delivery;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

import io.github.cloudwatchlogging.settings.RetrySettings;

/**
 * How long to wait after a failure: exponential back-off with full jitter, so that a
 * fleet that failed together does not come back together. Used by the dispatcher's thread
 * only.
 */
final class RetryPolicy {

	/**
	 * A service that asks for hours is believed no longer than this.
	 */
	private static final long LONGEST_WAIT_ON_REQUEST_NANOS = TimeUnit.MINUTES.toNanos(15);

	private static final int MOST_DOUBLINGS = 30;

	private final RetrySettings settings;

	private final RandomGenerator random;

	RetryPolicy(RetrySettings settings, RandomGenerator random) {
		this.settings = settings;
		this.random = random;
	}

	/**
	 * Returns the wait before the next attempt, in nanoseconds.
	 * @param failures how many attempts failed in a row, at least 1
	 * @param tryLater what the last of them came to
	 */
	long delayNanos(int failures, Outcome.TryLater tryLater) {
		long most = this.settings.maxDelay().toNanos();
		long delay = tryLater.trouble().kind().isSlow() ? most / 2 + below(most / 2) : backOffNanos(failures);
		return Math.max(delay, Math.min(tryLater.atLeast().toNanos(), LONGEST_WAIT_ON_REQUEST_NANOS));
	}

	/**
	 * Returns the wait that spreads a fleet's calls, in nanoseconds.
	 * @param failures how many attempts failed in a row, at least 1
	 */
	long backOffNanos(int failures) {
		Duration initial = this.settings.initialDelay();
		long doubled = initial.toNanos() << Math.min(failures - 1, MOST_DOUBLINGS);
		boolean overflown = doubled >> Math.min(failures - 1, MOST_DOUBLINGS) != initial.toNanos();
		long most = this.settings.maxDelay().toNanos();
		return below(overflown ? most : Math.min(doubled, most));
	}

	private long below(long bound) {
		return this.random.nextLong(bound + 1);
	}

}
