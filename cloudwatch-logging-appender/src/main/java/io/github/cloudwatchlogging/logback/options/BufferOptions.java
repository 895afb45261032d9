package io.github.cloudwatchlogging.logback.options;

import ch.qos.logback.core.util.Duration;
import ch.qos.logback.core.util.FileSize;
import io.github.cloudwatchlogging.settings.BufferSettings;
import io.github.cloudwatchlogging.settings.Choices;
import io.github.cloudwatchlogging.settings.WhenFull;

/**
 * The bound on memory: {@code <buffer>}.
 */
public final class BufferOptions {

	private FileSize maxSize = new FileSize(BufferSettings.DEFAULT.maxBytes());

	private String whenFull = BufferSettings.DEFAULT.whenFull().name();

	private Duration blockTimeout = new Duration(BufferSettings.DEFAULT.blockTimeout().toMillis());

	private double lowLevelThreshold = BufferSettings.DEFAULT.lowLevelThreshold();

	/**
	 * Sets the most memory that undelivered events take, such as {@code 64MB}.
	 * @param maxSize the value
	 */
	public void setMaxSize(FileSize maxSize) {
		this.maxSize = maxSize;
	}

	/**
	 * Sets what a log call does where there is no room.
	 * @param whenFull {@code drop-newest}, {@code drop-oldest} or {@code block}
	 */
	public void setWhenFull(String whenFull) {
		this.whenFull = whenFull;
	}

	/**
	 * Sets how long a log call waits for room where it is to wait, such as
	 * {@code 1 second}.
	 * @param blockTimeout the value
	 */
	public void setBlockTimeout(Duration blockTimeout) {
		this.blockTimeout = blockTimeout;
	}

	/**
	 * Sets the share of the buffer from which on it takes no more TRACE and DEBUG events.
	 * @param lowLevelThreshold from 0 to 1
	 */
	public void setLowLevelThreshold(double lowLevelThreshold) {
		this.lowLevelThreshold = lowLevelThreshold;
	}

	/**
	 * Returns the checked settings.
	 * @return the settings
	 */
	public BufferSettings toSettings() {
		return new BufferSettings(this.maxSize.getSize(), Choices.of("buffer.when-full", this.whenFull, WhenFull.class),
				Durations.of(this.blockTimeout), this.lowLevelThreshold);
	}

}
