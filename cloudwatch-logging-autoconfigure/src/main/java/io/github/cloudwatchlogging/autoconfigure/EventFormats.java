package io.github.cloudwatchlogging.autoconfigure;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Context;
import ch.qos.logback.core.encoder.Encoder;
import io.github.cloudwatchlogging.logback.format.EventFormat;
import io.github.cloudwatchlogging.settings.FieldSelection;
import io.github.cloudwatchlogging.settings.InvalidSettingException;
import io.github.cloudwatchlogging.settings.JsonSettings;
import io.github.cloudwatchlogging.settings.MaskSettings;
import io.github.cloudwatchlogging.settings.StackTraceSettings;
import org.jspecify.annotations.Nullable;

/**
 * From properties to what events look like: our own formats, and those of Spring Boot's
 * structured logging.
 */
final class EventFormats {

	private EventFormats() {
	}

	static EventFormat create(CloudWatchLogsProperties properties) {
		return create(properties.format(), properties.pattern(), json(properties.json()));
	}

	private static EventFormat create(String name, @Nullable String pattern, JsonSettings json) {
		EventFormat own = EventFormat.of(name, pattern, json);
		if (own != null) {
			return own;
		}
		EventFormat.refuseMask(name, json);
		return new StructuredFormat(name);
	}

	/**
	 * Returns the name of a route's own format, or {@code null} if it has none.
	 */
	static @Nullable String nameOfRoute(CloudWatchLogsProperties.Route route) {
		return (route.format() == null && route.pattern() != null) ? EventFormat.TEXT : route.format();
	}

	static @Nullable EventFormat ofRoute(CloudWatchLogsProperties properties, int index) {
		CloudWatchLogsProperties.Route route = properties.routes().get(index);
		String name = nameOfRoute(route);
		if (name == null) {
			return null;
		}
		String setting = "routes[" + index + "]";
		try {
			return new RouteFormat(create(name, route.pattern(), json(properties.json())), setting);
		}
		catch (InvalidSettingException ex) {
			throw ex.below(setting);
		}
	}

	static JsonSettings json(CloudWatchLogsProperties.Json json) {
		CloudWatchLogsProperties.StackTrace stackTrace = json.stackTrace();
		return new JsonSettings(json.staticFields(), fields("json.mdc", json.mdc()),
				fields("json.key-values", json.keyValues()), new StackTraceSettings(stackTrace.rootCauseFirst(),
						stackTrace.maxDepth(), stackTrace.maxLength(), stackTrace.excludeFrames()),
				mask(json.mask()), json.passThrough(), json.eventId());
	}

	private static FieldSelection fields(String setting, CloudWatchLogsProperties.Fields fields) {
		return FieldSelection.of(setting, fields.include(), fields.exclude(), fields.rename());
	}

	static MaskSettings mask(CloudWatchLogsProperties.Mask mask) {
		return MaskSettings.of(mask.names(), mask.patterns(), mask.presets(), mask.replacement());
	}

	/**
	 * A format of Spring Boot's structured logging.
	 *
	 * @param name its name, or a class of the user's own
	 */
	private record StructuredFormat(String name) implements EventFormat {

		// It says only when it starts whether it knows the format.
		@Override
		public Encoder<ILoggingEvent> encoder(Context context) {
			StructuredEncoder encoder = new StructuredEncoder(this.name);
			encoder.setContext(context);
			try {
				encoder.start();
				return encoder;
			}
			catch (RuntimeException ex) {
				throw new InvalidSettingException("format", this.name, "Spring Boot says: " + ex.getMessage(),
						"Choose json, text, ecs, gelf, logstash or the name of a StructuredLogFormatter class.", ex);
			}
		}

	}

	/**
	 * The format of a route, which names the route where it cannot encode.
	 *
	 * @param format the format
	 * @param setting the route
	 */
	private record RouteFormat(EventFormat format, String setting) implements EventFormat {

		@Override
		public String name() {
			return this.format.name();
		}

		@Override
		public Encoder<ILoggingEvent> encoder(Context context) {
			try {
				return this.format.encoder(context);
			}
			catch (InvalidSettingException ex) {
				throw ex.below(this.setting);
			}
		}

	}

}
