package io.github.cloudwatchlogging.logback.options;

import ch.qos.logback.core.util.Duration;
import ch.qos.logback.core.util.FileSize;
import io.github.cloudwatchlogging.settings.AgentSettings;
import io.github.cloudwatchlogging.settings.Paths;
import org.jspecify.annotations.Nullable;

/**
 * The files that a CloudWatch agent reads: {@code <agent>}.
 */
public final class AgentOptions {

	private String directory = AgentSettings.DEFAULT.directory().toString();

	private String fileName = AgentSettings.DEFAULT.fileName();

	private Duration roll = new Duration(AgentSettings.DEFAULT.roll().toMillis());

	private FileSize maxSize = new FileSize(AgentSettings.DEFAULT.maxBytes());

	private Duration maxAge = new Duration(AgentSettings.DEFAULT.maxAge().toMillis());

	private @Nullable String configFile;

	/**
	 * Sets where the files are.
	 * @param directory the value
	 */
	public void setDirectory(String directory) {
		this.directory = directory;
	}

	/**
	 * Sets how the files' names begin, a template.
	 * @param fileName the value
	 */
	public void setFileName(String fileName) {
		this.fileName = fileName;
	}

	/**
	 * Sets how long one file is written, such as {@code 1 hour}.
	 * @param roll the value
	 */
	public void setRoll(Duration roll) {
		this.roll = roll;
	}

	/**
	 * Sets the most room that the files of the directory take, such as {@code 1GB}.
	 * @param maxSize the value
	 */
	public void setMaxSize(FileSize maxSize) {
		this.maxSize = maxSize;
	}

	/**
	 * Sets how long a file is kept at most, such as {@code 3 days}.
	 * @param maxAge the value
	 */
	public void setMaxAge(Duration maxAge) {
		this.maxAge = maxAge;
	}

	/**
	 * Sets where the agent's configuration is written at the start.
	 * @param configFile the value
	 */
	public void setConfigFile(String configFile) {
		this.configFile = configFile;
	}

	/**
	 * Returns the checked settings.
	 * @return the settings
	 */
	public AgentSettings toSettings() {
		return new AgentSettings(Paths.of("agent.directory", this.directory), this.fileName, Durations.of(this.roll),
				this.maxSize.getSize(), Durations.of(this.maxAge),
				(this.configFile != null) ? Paths.of("agent.config-file", this.configFile) : null);
	}

}
