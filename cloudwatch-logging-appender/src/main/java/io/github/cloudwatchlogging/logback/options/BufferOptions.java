package io.github.cloudwatchlogging.logback.options;

import ch.qos.logback.core.util.FileSize;
import io.github.cloudwatchlogging.settings.BufferSettings;

/**
 * The bound on memory: {@code <buffer>}.
 */
public final class BufferOptions {

	private FileSize maxSize = new FileSize(BufferSettings.DEFAULT.maxBytes());

	/**
	 * Sets the most memory that undelivered events take, such as {@code 64MB}.
	 * @param maxSize the value
	 */
	public void setMaxSize(FileSize maxSize) {
		this.maxSize = maxSize;
	}

	/**
	 * Returns the checked settings.
	 * @return the settings
	 */
	public BufferSettings toSettings() {
		return new BufferSettings(this.maxSize.getSize());
	}

}
