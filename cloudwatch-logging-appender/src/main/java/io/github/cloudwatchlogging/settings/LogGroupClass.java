package io.github.cloudwatchlogging.settings;

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
		return Choices.of("create.group-class", text, LogGroupClass.class);
	}

}
