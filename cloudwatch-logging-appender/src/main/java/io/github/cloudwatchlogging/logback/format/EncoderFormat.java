package io.github.cloudwatchlogging.logback.format;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Context;
import ch.qos.logback.core.encoder.Encoder;

/**
 * Whatever an encoder of the user's own makes of events.
 *
 * @param encoder the encoder
 */
record EncoderFormat(Encoder<ILoggingEvent> encoder) implements EventFormat {

	@Override
	public String name() {
		Class<?> type = this.encoder.getClass();
		return type.isAnonymousClass() ? type.getName() : type.getSimpleName();
	}

	@Override
	public Encoder<ILoggingEvent> encoder(Context context) {
		return this.encoder;
	}

}
