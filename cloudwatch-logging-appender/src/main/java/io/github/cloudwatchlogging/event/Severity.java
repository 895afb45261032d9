package io.github.cloudwatchlogging.event;

/**
 * How much an event matters when there is not room for all.
 */
public enum Severity {

	/**
	 * TRACE and DEBUG: given up first.
	 */
	LOW,

	/**
	 * INFO.
	 */
	NORMAL,

	/**
	 * WARN and ERROR: given up last.
	 */
	HIGH

}
