package io.github.cloudwatchlogging.logback;

import java.time.Duration;
import java.util.function.UnaryOperator;

import io.github.cloudwatchlogging.settings.InvalidSettingException;
import org.jspecify.annotations.Nullable;

/**
 * How to find out what the platform knows, for the names that have it in them.
 *
 * @param timeout how long a platform has for its answer; 0 to 1 min
 * @param properties from the name of a setting of the platform to its value, or to
 * {@code null}; the environment's variables come after it
 */
public record MetadataSettings(Duration timeout, UnaryOperator<@Nullable String> properties) {

	/**
	 * How long a platform has where nobody says.
	 */
	public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(2);

	private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(1);

	public MetadataSettings {
		if (timeout.isNegative() || timeout.compareTo(LONGEST_TIMEOUT) > 0) {
			throw new InvalidSettingException("metadata.timeout", timeout, "It must lie between 0 and one minute.",
					"Choose a value in that range.");
		}
	}

}
