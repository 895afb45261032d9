package io.github.cloudwatchlogging.logback.options;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import ch.qos.logback.core.util.Duration;
import io.github.cloudwatchlogging.settings.InvalidSettingException;

/**
 * From what Joran reads to what settings are made of.
 */
public final class Conversions {

	private Conversions() {
	}

	/**
	 * Returns a duration as the JDK has it.
	 * @param duration the duration
	 * @return the same duration
	 */
	public static java.time.Duration duration(Duration duration) {
		return java.time.Duration.ofMillis(duration.getMilliseconds());
	}

	static Path path(String setting, String text) {
		try {
			return Path.of(text);
		}
		catch (InvalidPathException ex) {
			throw new InvalidSettingException(setting, text, "It is no path.", "Name a file or a directory.", ex);
		}
	}

}
