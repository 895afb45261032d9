package io.github.cloudwatchlogging.logback.format;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.encoder.Encoder;
import io.github.cloudwatchlogging.settings.FieldSelection;
import io.github.cloudwatchlogging.settings.JsonSettings;
import io.github.cloudwatchlogging.settings.MaskSettings;
import io.github.cloudwatchlogging.settings.PassThrough;
import io.github.cloudwatchlogging.settings.StackTraceSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events for the tests of encoders, and what an independent reader makes of them.
 */
final class Events {

	static final JsonMapper JACKSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

	private final LoggerContext context = new LoggerContext();

	Events() {
		this.context.setMDCAdapter(new LogbackMDCAdapter());
	}

	LoggerContext context() {
		return this.context;
	}

	void mdc(String key, @Nullable String value) {
		this.context.getMDCAdapter().put(key, value);
	}

	LoggingEvent event(@Nullable String message, @Nullable Throwable exception, @Nullable Object... arguments) {
		return event(Level.INFO, "main", message, exception, arguments);
	}

	LoggingEvent event(Level level, String thread, @Nullable String message, @Nullable Throwable exception,
			@Nullable Object... arguments) {
		LoggingEvent event = new LoggingEvent("caller", this.context.getLogger("com.example.Shop"), level, message,
				exception, (arguments.length > 0) ? arguments : null);
		event.setThreadName(thread);
		event.setInstant(Instant.parse("2027-01-15T08:00:00.007Z"));
		return event;
	}

	LoggingEvent pairs(@Nullable Object... namesAndValues) {
		LoggingEvent event = event("x", null);
		for (int index = 0; index < namesAndValues.length; index += 2) {
			event.addKeyValuePair(new KeyValuePair(String.valueOf(namesAndValues[index]), namesAndValues[index + 1]));
		}
		return event;
	}

	static String text(Encoder<ILoggingEvent> encoder, LoggingEvent event) {
		return new String(encoder.encode(event), StandardCharsets.UTF_8);
	}

	static JsonNode json(JsonSettings settings, LoggingEvent event) {
		return JACKSON.readTree(new JsonEventEncoder(settings).encode(event));
	}

	static JsonSettings with(MaskSettings mask) {
		return new JsonSettings(Map.of(), FieldSelection.ALL, FieldSelection.ALL, StackTraceSettings.DEFAULT, mask,
				PassThrough.NONE, false);
	}

	static JsonSettings with(StackTraceSettings stackTrace) {
		return new JsonSettings(Map.of(), FieldSelection.ALL, FieldSelection.ALL, stackTrace, MaskSettings.NONE,
				PassThrough.NONE, false);
	}

	static JsonSettings with(PassThrough passThrough, MaskSettings mask) {
		return new JsonSettings(Map.of(), FieldSelection.ALL, FieldSelection.ALL, StackTraceSettings.DEFAULT, mask,
				passThrough, false);
	}

	static JsonSettings with(FieldSelection mdc, FieldSelection keyValues) {
		return new JsonSettings(Map.of(), mdc, keyValues, StackTraceSettings.DEFAULT, MaskSettings.NONE,
				PassThrough.NONE, false);
	}

	static JsonSettings withStaticFields(Map<String, String> staticFields) {
		return new JsonSettings(staticFields, FieldSelection.ALL, FieldSelection.ALL, StackTraceSettings.DEFAULT,
				MaskSettings.NONE, PassThrough.NONE, false);
	}

	static JsonSettings withEventId() {
		return new JsonSettings(Map.of(), FieldSelection.ALL, FieldSelection.ALL, StackTraceSettings.DEFAULT,
				MaskSettings.NONE, PassThrough.NONE, true);
	}

}
