package io.github.cloudwatchlogging.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The classes of log groups. A group's class can never be changed.
 */
public enum LogGroupClass {

	/**
	 * All that the service can do.
	 */
	STANDARD,

	/**
	 * Half the price to take events in, fewer ways to read them.
	 */
	INFREQUENT_ACCESS,

	/**
	 * Events are only handed on to other services.
	 */
	DELIVERY;

	/**
	 * Returns the class for what a user wrote, such as {@code infrequent-access}.
	 * @param text the text
	 * @return the class
	 * @throws InvalidSettingException if there is none
	 */
	public static LogGroupClass of(String text) {
		return Arrays.stream(values())
			.filter((candidate) -> candidate.text().equals(Checks.normal(text)))
			.findFirst()
			.orElseThrow(() -> new InvalidSettingException("create.group-class", text, "There is no such class.",
					"Choose one of "
							+ Arrays.stream(values()).map(LogGroupClass::text).collect(Collectors.joining(", "))
							+ "."));
	}

	private String text() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
