package io.github.cloudwatchlogging.logback.format;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Context;
import ch.qos.logback.core.encoder.Encoder;
import io.github.cloudwatchlogging.settings.JsonSettings;

/**
 * One JSON object for each event.
 *
 * @param settings what it is made of
 */
record JsonFormat(JsonSettings settings) implements EventFormat {

	@Override
	public String name() {
		return JSON;
	}

	@Override
	public Encoder<ILoggingEvent> encoder(Context context) {
		return new JsonEventEncoder(this.settings);
	}

}
