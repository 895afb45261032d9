package io.github.cloudwatchlogging.settings;

import java.time.Duration;

import io.github.cloudwatchlogging.event.ServiceLimits;

/**
 * When a batch is complete.
 *
 * @param maxDelay how long an event waits for others before its batch is sent; 10 ms to 1
 * h
 * @param maxBytes the most bytes in one batch, as the service counts them: UTF-8 and 26
 * for each event; 1,024 to 1,048,576
 * @param maxEvents the most events in one batch; 1 to 10,000
 */
public record BatchSettings(Duration maxDelay, int maxBytes, int maxEvents) {

	/**
	 * A deadline of five seconds and the service's own limits.
	 */
	public static final BatchSettings DEFAULT = new BatchSettings(Duration.ofSeconds(5), ServiceLimits.MAX_BATCH_BYTES,
			ServiceLimits.MAX_BATCH_EVENTS);

	public BatchSettings {
		Checks.inRange("batch.max-delay", maxDelay, Duration.ofMillis(10), Duration.ofHours(1));
		Checks.inRange("batch.max-size", maxBytes, 1024, ServiceLimits.MAX_BATCH_BYTES, "B");
		Checks.inRange("batch.max-events", maxEvents, 1, ServiceLimits.MAX_BATCH_EVENTS, "");
	}

	/**
	 * Returns the longest message that fits a batch.
	 * @return the length in UTF-8 bytes
	 */
	public int maxMessageBytes() {
		return this.maxBytes - ServiceLimits.EVENT_OVERHEAD_BYTES;
	}

}
