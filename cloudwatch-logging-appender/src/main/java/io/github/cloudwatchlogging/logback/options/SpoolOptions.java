package io.github.cloudwatchlogging.logback.options;

import ch.qos.logback.core.util.Duration;
import ch.qos.logback.core.util.FileSize;
import io.github.cloudwatchlogging.settings.Choices;
import io.github.cloudwatchlogging.settings.Paths;
import io.github.cloudwatchlogging.settings.SpoolSettings;
import io.github.cloudwatchlogging.settings.SpoolSync;

/**
 * Files for events that are to survive the process: {@code <spool>}.
 */
public final class SpoolOptions {

	private boolean enabled = SpoolSettings.DEFAULT.enabled();

	private String directory = SpoolSettings.DEFAULT.directory().toString();

	private FileSize maxSize = new FileSize(SpoolSettings.DEFAULT.maxBytes());

	private String sync = SpoolSettings.DEFAULT.sync().name();

	private Duration syncInterval = new Duration(SpoolSettings.DEFAULT.syncInterval().toMillis());

	/**
	 * Sets whether undelivered events are kept in files.
	 * @param enabled the value
	 */
	public void setEnabled(boolean enabled) {
		this.enabled = enabled;
	}

	/**
	 * Sets where the files are.
	 * @param directory the value
	 */
	public void setDirectory(String directory) {
		this.directory = directory;
	}

	/**
	 * Sets the most room that the files of this process take, such as {@code 1GB}.
	 * @param maxSize the value
	 */
	public void setMaxSize(FileSize maxSize) {
		this.maxSize = maxSize;
	}

	/**
	 * Sets what the files survive.
	 * @param sync {@code none}, {@code interval} or {@code always}
	 */
	public void setSync(String sync) {
		this.sync = sync;
	}

	/**
	 * Sets how often the files are written to the device where that is done by interval,
	 * such as {@code 1 second}.
	 * @param syncInterval the value
	 */
	public void setSyncInterval(Duration syncInterval) {
		this.syncInterval = syncInterval;
	}

	/**
	 * Returns the checked settings.
	 * @return the settings
	 */
	public SpoolSettings toSettings() {
		return new SpoolSettings(this.enabled, Paths.of("spool.directory", this.directory), this.maxSize.getSize(),
				Choices.of("spool.sync", this.sync, SpoolSync.class), Durations.of(this.syncInterval));
	}

}
