package io.github.cloudwatchlogging.settings;

import io.github.cloudwatchlogging.event.ServiceLimits;

/**
 * The bound on the memory that undelivered events take.
 *
 * @param maxBytes the bound over all lanes together, in bytes; at least 2,097,152, one
 * batch being sent and one being filled
 */
public record BufferSettings(long maxBytes) {

	/**
	 * 64 MB.
	 */
	public static final BufferSettings DEFAULT = new BufferSettings(64L * 1024 * 1024);

	public BufferSettings {
		Checks.inRange("buffer.max-size", maxBytes, 2L * ServiceLimits.MAX_BATCH_BYTES, Long.MAX_VALUE / 2, "B");
	}

}
