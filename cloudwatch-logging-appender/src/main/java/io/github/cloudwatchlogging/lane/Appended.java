package io.github.cloudwatchlogging.lane;

/**
 * What became of an event.
 */
public enum Appended {

	/**
	 * It is in the open batch.
	 */
	APPENDED,

	/**
	 * It is in a batch, and a batch became full and can be sent.
	 */
	BATCH_FULL,

	/**
	 * There is no room; it has not been counted.
	 */
	NO_ROOM,

	/**
	 * There will be room in a moment; it has not been counted.
	 */
	NOT_READY,

	/**
	 * The engine takes no more events; it has been counted.
	 */
	REFUSED,

	/**
	 * The lane is closed, its destination needs another; it has not been counted.
	 */
	CLOSED

}
