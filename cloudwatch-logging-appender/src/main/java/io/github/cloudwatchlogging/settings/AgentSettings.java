package io.github.cloudwatchlogging.settings;

import java.nio.file.Path;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * The files that a CloudWatch agent reads.
 *
 * @param directory where the files are, in a directory for each destination; several
 * processes may share it
 * @param fileName the beginning of the files' names, a template without variables of the
 * event
 * @param roll how long one file is written; whole hours that divide a day, so at least 1
 * h
 * @param maxBytes the bound on all files of the directory, in bytes; at least 67,108,864
 * @param maxAge how long a file is kept at most; from twice the roll to 14 d
 * @param configFile where the agent's configuration is written at the start, or
 * {@code null}
 */
public record AgentSettings(Path directory, String fileName, Duration roll, long maxBytes, Duration maxAge,
		@Nullable Path configFile) {

	/**
	 * Hourly files, at most 1 GiB and three days of them.
	 */
	public static final AgentSettings DEFAULT = new AgentSettings(Path.of("cloudwatch-agent-logs"),
			"{application}-{hostname}-{pid}", Duration.ofHours(1), 1024L * 1024 * 1024, Duration.ofDays(3), null);

	private static final long LEAST_BYTES = 64L * 1024 * 1024;

	private static final String MEANT_AS_PATTERN = "*?[]{}";

	public AgentSettings {
		if (roll.compareTo(Duration.ofHours(1)) < 0) {
			throw new InvalidSettingException("agent.roll", roll,
					"The CloudWatch agent loses track of files that follow each other faster than once an hour:"
							+ " each is a stream and a file that it keeps open.",
					"Choose 1h or more, such as 1h, 6h or 24h.");
		}
		if (Duration.ofDays(1).toMillis() % roll.toMillis() != 0 || roll.toSecondsPart() + roll.toMinutesPart() > 0) {
			throw new InvalidSettingException("agent.roll", roll, "A name says in which hour a file begins.",
					"Choose 1h, 2h, 3h, 4h, 6h, 8h, 12h or 24h.");
		}
		Checks.inRange("agent.max-size", maxBytes, LEAST_BYTES, Long.MAX_VALUE / 2, "B");
		Checks.inRange("agent.max-age", maxAge, roll.multipliedBy(2), Duration.ofDays(14));
		if (directory.toString().chars().anyMatch((character) -> MEANT_AS_PATTERN.indexOf(character) >= 0)) {
			throw new InvalidSettingException("agent.directory", directory,
					"The CloudWatch agent takes " + MEANT_AS_PATTERN + " in a path for a pattern.",
					"Choose a directory without them.");
		}
	}

}
