package io.github.cloudwatchlogging.logback.options;

import ch.qos.logback.core.util.Duration;
import io.github.cloudwatchlogging.settings.RetrySettings;

/**
 * How long to wait between attempts: {@code <retry>}.
 */
public final class RetryOptions {

	private Duration initialDelay = new Duration(RetrySettings.DEFAULT.initialDelay().toMillis());

	private Duration maxDelay = new Duration(RetrySettings.DEFAULT.maxDelay().toMillis());

	/**
	 * Sets the bound of the wait after the first failure, such as {@code 500}, in
	 * milliseconds, or {@code 1 second}.
	 * @param initialDelay the value
	 */
	public void setInitialDelay(Duration initialDelay) {
		this.initialDelay = initialDelay;
	}

	/**
	 * Sets the bound that doubling never exceeds, such as {@code 30 seconds}.
	 * @param maxDelay the value
	 */
	public void setMaxDelay(Duration maxDelay) {
		this.maxDelay = maxDelay;
	}

	/**
	 * Returns the checked settings.
	 * @return the settings
	 */
	public RetrySettings toSettings() {
		return new RetrySettings(Durations.of(this.initialDelay), Durations.of(this.maxDelay));
	}

}
