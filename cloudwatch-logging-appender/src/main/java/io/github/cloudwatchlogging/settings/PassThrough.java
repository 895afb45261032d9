package io.github.cloudwatchlogging.settings;

/**
 * Which messages that are JSON objects already become the event as they are.
 */
public enum PassThrough {

	/**
	 * None: they are text like any other message.
	 */
	NONE,

	/**
	 * Those in the embedded metric format, which have a member {@code _aws}.
	 */
	METRICS,

	/**
	 * All.
	 */
	OBJECTS

}
