package io.github.cloudwatchlogging.settings;

import java.time.Duration;

/**
 * How long a lane waits between two attempts at one batch. The wait doubles from one
 * attempt to the next, and each is drawn at random between zero and that bound.
 *
 * @param initialDelay the bound after the first failure; 1 ms to 1 min
 * @param maxDelay the bound that doubling never exceeds; from {@code initialDelay} to 1 h
 */
public record RetrySettings(Duration initialDelay, Duration maxDelay) {

	/**
	 * From half a second to half a minute.
	 */
	public static final RetrySettings DEFAULT = new RetrySettings(Duration.ofMillis(500), Duration.ofSeconds(30));

	public RetrySettings {
		Checks.inRange("retry.initial-delay", initialDelay, Duration.ofMillis(1), Duration.ofMinutes(1));
		Checks.inRange("retry.max-delay", maxDelay, initialDelay, Duration.ofHours(1));
	}

}
