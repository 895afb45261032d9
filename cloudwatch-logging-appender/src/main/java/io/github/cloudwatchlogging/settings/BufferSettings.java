package io.github.cloudwatchlogging.settings;

import java.time.Duration;

import io.github.cloudwatchlogging.event.ServiceLimits;

/**
 * The bound on the memory that undelivered events take.
 *
 * @param maxBytes the bound over all lanes together, in bytes; at least 2,097,152, one
 * batch being sent and one being filled
 * @param whenFull what a log call does where there is no room
 * @param blockTimeout how long a log call waits for room where it is to wait; 1 ms to 1
 * min
 * @param lowLevelThreshold the share of the buffer from which on it takes no more TRACE
 * and DEBUG events; it takes INFO until half of the rest is used, and WARN and ERROR
 * until it is full; 0 to 1, where 1 makes no difference between levels
 */
public record BufferSettings(long maxBytes, WhenFull whenFull, Duration blockTimeout, double lowLevelThreshold) {

	/**
	 * 64 MB, dropping the newest, and a fifth for INFO and above.
	 */
	public static final BufferSettings DEFAULT = new BufferSettings(64L * 1024 * 1024, WhenFull.DROP_NEWEST,
			Duration.ofSeconds(1), 0.8);

	public BufferSettings {
		Checks.inRange("buffer.max-size", maxBytes, 2L * ServiceLimits.MAX_BATCH_BYTES, Long.MAX_VALUE / 2, "B");
		Checks.inRange("buffer.block-timeout", blockTimeout, Duration.ofMillis(1), Duration.ofMinutes(1));
		if (!(lowLevelThreshold >= 0 && lowLevelThreshold <= 1)) {
			throw new InvalidSettingException("buffer.low-level-threshold", lowLevelThreshold,
					"It must lie between 0 and 1.", "Choose a value in that range.");
		}
	}

}
