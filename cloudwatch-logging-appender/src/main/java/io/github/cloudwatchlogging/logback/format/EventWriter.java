package io.github.cloudwatchlogging.logback.format;

import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * Writes events, one after the other into the same memory. Not thread-safe.
 */
interface EventWriter {

	/**
	 * Writes an event in place of the one before.
	 */
	void write(ILoggingEvent event);

	/**
	 * Returns the memory itself, which changes with the next event.
	 * @return the bytes, of which the first {@link #size()} count
	 */
	byte[] array();

	/**
	 * Returns how many bytes the event has.
	 */
	int size();

	/**
	 * Returns how much memory is held.
	 */
	int capacity();

}
