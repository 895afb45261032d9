package io.github.cloudwatchlogging.logback;

import java.util.IdentityHashMap;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Context;
import ch.qos.logback.core.encoder.Encoder;
import io.github.cloudwatchlogging.logback.format.EventEncoder;
import io.github.cloudwatchlogging.logback.format.EventFormat;
import io.github.cloudwatchlogging.logback.routing.Route;
import io.github.cloudwatchlogging.settings.InvalidSettingException;

/**
 * The encoder of the appender, and those of routes with a format of their own. Started
 * when they are made. Thread-safe.
 */
final class Encoders {

	private final Encoder<ILoggingEvent> common;

	// Looked up for each event, and a format can be made of much.
	private final IdentityHashMap<EventFormat, Encoder<ILoggingEvent>> ofRoutes = new IdentityHashMap<>();

	Encoders(AppenderSettings settings, Context context) {
		this.common = started(settings.format(), context);
		settings.routing().formats().forEach((format) -> this.ofRoutes.put(format, started(format, context)));
	}

	private static Encoder<ILoggingEvent> started(EventFormat format, Context context) {
		Encoder<ILoggingEvent> encoder = format.encoder(context);
		if (encoder.getContext() == null) {
			encoder.setContext(context);
		}
		if (!encoder.isStarted()) {
			encoder.start();
		}
		if (encoder instanceof EventEncoder && !encoder.isStarted()) {
			throw new InvalidSettingException("encoder", encoder.getClass().getName(), "It could not start.",
					"See what it says itself.");
		}
		return encoder;
	}

	Encoder<ILoggingEvent> of(Route route) {
		return (route.format() != null) ? this.ofRoutes.getOrDefault(route.format(), this.common) : this.common;
	}

	void stop() {
		this.common.stop();
		this.ofRoutes.values().forEach(Encoder::stop);
	}

}
