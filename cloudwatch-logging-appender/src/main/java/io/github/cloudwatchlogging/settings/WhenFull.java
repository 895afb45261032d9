package io.github.cloudwatchlogging.settings;

/**
 * What a log call does where the buffer has no room for its event.
 */
public enum WhenFull {

	/**
	 * Drops its own event.
	 */
	DROP_NEWEST,

	/**
	 * Drops the batch that has waited longest and is not being sent.
	 */
	DROP_OLDEST,

	/**
	 * Waits until there is room, at most for the block timeout, and then drops its own
	 * event.
	 */
	BLOCK

}
