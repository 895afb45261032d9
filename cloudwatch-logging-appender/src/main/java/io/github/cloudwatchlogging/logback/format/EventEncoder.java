package io.github.cloudwatchlogging.logback.format;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import org.jspecify.annotations.Nullable;

/**
 * An encoder that lends out its bytes in place of allocating new ones. They are a message
 * as the service takes it, but for its length: valid UTF-8, not empty, and without the
 * line's end. Thread-safe.
 */
public interface EventEncoder extends Encoder<ILoggingEvent> {

	/**
	 * Encodes an event.
	 * @param event the event
	 * @param target takes the bytes, before this returns
	 * @return a copy of the bytes, or {@code null} where the target is done with them
	 */
	byte @Nullable [] encode(ILoggingEvent event, EncodedEvent target);

}
