package io.github.cloudwatchlogging.logback.options;

import ch.qos.logback.core.util.Duration;

/**
 * From Logback's durations, which Joran reads, to those of the JDK.
 */
public final class Durations {

	private Durations() {
	}

	/**
	 * Returns a duration as the JDK has it.
	 * @param duration the duration
	 * @return the same duration
	 */
	public static java.time.Duration of(Duration duration) {
		return java.time.Duration.ofMillis(duration.getMilliseconds());
	}

}
