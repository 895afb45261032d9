package io.github.cloudwatchlogging.logback.options;

import io.github.cloudwatchlogging.settings.CreateSettings;

/**
 * What is created when it is missing: {@code <create>}.
 */
public final class CreateOptions {

	private boolean group = CreateSettings.DEFAULT.group();

	private boolean stream = CreateSettings.DEFAULT.stream();

	/**
	 * Sets whether log groups are.
	 * @param group the value
	 */
	public void setGroup(boolean group) {
		this.group = group;
	}

	/**
	 * Sets whether log streams are.
	 * @param stream the value
	 */
	public void setStream(boolean stream) {
		this.stream = stream;
	}

	/**
	 * Returns the settings.
	 * @return the settings
	 */
	public CreateSettings toSettings() {
		return new CreateSettings(this.group, this.stream);
	}

}
