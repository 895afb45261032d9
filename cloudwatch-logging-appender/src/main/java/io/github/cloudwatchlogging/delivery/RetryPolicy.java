package io.github.cloudwatchlogging.delivery;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

import io.github.cloudwatchlogging.settings.RetrySettings;

/**
 * How long to wait after a failure: exponential back-off with full jitter, so that a
 * fleet that failed together does not come back together. And how long a lane pauses
 * between calls while the service asks for fewer. Used by the dispatcher's thread only.
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
		boolean slow = tryLater.trouble().kind().isSlow();
		return afterRequested(tryLater, slow ? spread(this.settings.maxDelay().toNanos()) : backOffNanos(failures));
	}

	/**
	 * Returns the wait before the next attempt to create something, in nanoseconds. The
	 * service creates a hundredth of what it takes in calls with events: a fleet that it
	 * throttles there would use up its quota with short waits.
	 * @param failures how many attempts failed in a row, at least 1
	 * @param tryLater what the last of them came to
	 */
	long creationDelayNanos(int failures, Outcome.TryLater tryLater) {
		boolean throttled = tryLater.trouble().kind() == Trouble.Kind.THROTTLED;
		return throttled ? afterRequested(tryLater, below(this.settings.maxDelay().toNanos()))
				: delayNanos(failures, tryLater);
	}

	// Whoever was asked to wait for the same time was refused at the same time, too.
	private static long afterRequested(Outcome.TryLater tryLater, long delay) {
		return Math.min(tryLater.atLeast().toNanos(), LONGEST_WAIT_ON_REQUEST_NANOS) + delay;
	}

	/**
	 * Returns the bound on a lane's pauses after a throttled call, in nanoseconds.
	 * @param before the bound up to then; 0 for none
	 */
	long longerPauseNanos(long before) {
		long doubled = Math.max(before * 2, this.settings.initialDelay().toNanos());
		return Math.min(doubled, this.settings.maxDelay().toNanos());
	}

	/**
	 * Returns the bound on a lane's pauses after a call that was taken at the first
	 * attempt, in nanoseconds; 0 for none.
	 * @param before the bound up to then
	 */
	long shorterPauseNanos(long before) {
		long shorter = before - before / 4;
		return (shorter < this.settings.initialDelay().toNanos()) ? 0 : shorter;
	}

	/**
	 * Draws a pause, in nanoseconds.
	 * @param bound what it lies below, but above half of
	 */
	long pauseNanos(long bound) {
		return spread(bound);
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

	private long spread(long most) {
		return most / 2 + below(most / 2);
	}

	private long below(long bound) {
		return this.random.nextLong(bound + 1);
	}

}
