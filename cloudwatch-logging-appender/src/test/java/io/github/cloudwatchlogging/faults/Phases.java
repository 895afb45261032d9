package io.github.cloudwatchlogging.faults;

import java.time.Duration;

/**
 * How long a drill takes: rounds of health and fault, and health at the end.
 *
 * @param healthy how long all is well before each fault and after the last
 * @param faulty how long a fault lasts
 * @param rounds how many faults there are
 */
record Phases(Duration healthy, Duration faulty, int rounds) {

	/**
	 * The system property that makes drills long: how long one of them lasts, such as
	 * {@code PT2M}.
	 */
	private static final String SOAK = "cloudwatch-logging.soak";

	private static final Phases SHORT = new Phases(Duration.ofMillis(200), Duration.ofMillis(600), 1);

	private static final Duration SOAK_HEALTHY = Duration.ofSeconds(10);

	private static final Duration SOAK_FAULTY = Duration.ofSeconds(20);

	static Phases current() {
		return isSoak() ? soak(Duration.parse(System.getProperty(SOAK))) : SHORT;
	}

	private static Phases soak(Duration length) {
		long rounds = length.minus(SOAK_HEALTHY).dividedBy(SOAK_HEALTHY.plus(SOAK_FAULTY));
		return new Phases(SOAK_HEALTHY, SOAK_FAULTY, (int) Math.max(1, rounds));
	}

	/**
	 * Returns whether there is time enough to judge how long a log call takes.
	 */
	static boolean isSoak() {
		return System.getProperty(SOAK) != null;
	}

}
