package io.github.cloudwatchlogging.logback.options;

import ch.qos.logback.core.util.Duration;
import ch.qos.logback.core.util.FileSize;
import io.github.cloudwatchlogging.settings.BatchSettings;

/**
 * When a batch is complete: {@code <batch>}.
 */
public final class BatchOptions {

	private Duration maxDelay = new Duration(BatchSettings.DEFAULT.maxDelay().toMillis());

	private FileSize maxSize = new FileSize(BatchSettings.DEFAULT.maxBytes());

	private int maxEvents = BatchSettings.DEFAULT.maxEvents();

	/**
	 * Sets how long an event waits for others, such as {@code 5 seconds}.
	 * @param maxDelay the value
	 */
	public void setMaxDelay(Duration maxDelay) {
		this.maxDelay = maxDelay;
	}

	/**
	 * Sets the most bytes in one batch, such as {@code 512KB}.
	 * @param maxSize the value
	 */
	public void setMaxSize(FileSize maxSize) {
		this.maxSize = maxSize;
	}

	/**
	 * Sets the most events in one batch.
	 * @param maxEvents the value
	 */
	public void setMaxEvents(int maxEvents) {
		this.maxEvents = maxEvents;
	}

	/**
	 * Returns the checked settings.
	 * @return the settings
	 */
	public BatchSettings toSettings() {
		return new BatchSettings(Durations.of(this.maxDelay), (int) Math.min(this.maxSize.getSize(), Integer.MAX_VALUE),
				this.maxEvents);
	}

}
