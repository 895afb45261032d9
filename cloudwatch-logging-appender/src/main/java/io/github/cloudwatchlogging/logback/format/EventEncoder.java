package io.github.cloudwatchlogging.logback.format;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;

/**
 * An encoder that lends out its bytes in place of allocating new ones. Thread-safe.
 */
public interface EventEncoder extends Encoder<ILoggingEvent> {

	/**
	 * Encodes an event.
	 * @param event the event
	 * @param target takes the bytes, before this returns
	 */
	void encode(ILoggingEvent event, EncodedEvent target);

}
