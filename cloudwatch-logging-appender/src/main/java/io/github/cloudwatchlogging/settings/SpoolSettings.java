package io.github.cloudwatchlogging.settings;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Whether and how undelivered events are kept in files, where they survive the process.
 *
 * @param enabled whether they are; if not, they are kept in memory
 * @param directory where the files are; several processes may share it if they deliver to
 * the same account and Region. Must be the user's own
 * @param maxBytes the bound on the files of this process, in bytes; at least 33,554,432
 * @param sync what the files survive
 * @param syncInterval how often the files are synced where that is done by interval; 10
 * ms to 1 h
 */
public record SpoolSettings(boolean enabled, Path directory, long maxBytes, SpoolSync sync, Duration syncInterval) {

	/**
	 * Events are kept in memory.
	 */
	public static final SpoolSettings DEFAULT = new SpoolSettings(false, Path.of("cloudwatch-logs-spool"),
			1024L * 1024 * 1024, SpoolSync.NONE, Duration.ofSeconds(1));

	private static final long LEAST_BYTES = 32L * 1024 * 1024;

	public SpoolSettings {
		Checks.inRange("spool.max-size", maxBytes, LEAST_BYTES, Long.MAX_VALUE / 2, "B");
		Checks.inRange("spool.sync-interval", syncInterval, Duration.ofMillis(10), Duration.ofHours(1));
	}

}
