package io.github.cloudwatchlogging.settings;

/**
 * What the events in the spool survive.
 */
public enum SpoolSync {

	/**
	 * The end of the process, {@code kill -9} included, but not that of the machine.
	 */
	NONE,

	/**
	 * The end of the machine, but for the events of the last interval.
	 */
	INTERVAL,

	/**
	 * The end of the machine: a log call waits until the device has its event.
	 */
	ALWAYS

}
