package io.github.cloudwatchlogging.logback.format;

import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * What a part of a pattern adds to an event's text. Thread-safe.
 */
interface TextPart {

	/**
	 * Appends what it has to say of an event.
	 */
	void write(ILoggingEvent event, Utf8Buffer target);

}
