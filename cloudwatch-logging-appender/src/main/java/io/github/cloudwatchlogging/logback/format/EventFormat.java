package io.github.cloudwatchlogging.logback.format;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Context;
import ch.qos.logback.core.encoder.Encoder;
import io.github.cloudwatchlogging.settings.InvalidSettingException;
import io.github.cloudwatchlogging.settings.JsonSettings;
import org.jspecify.annotations.Nullable;

/**
 * What events look like.
 */
public interface EventFormat {

	/**
	 * JSON with the default settings.
	 */
	EventFormat DEFAULT = new JsonFormat(JsonSettings.DEFAULT);

	/**
	 * One JSON object for each event.
	 */
	String JSON = "json";

	/**
	 * Text, by a pattern of Logback.
	 */
	String TEXT = "text";

	/**
	 * The pattern of texts where nobody says.
	 */
	String DEFAULT_PATTERN = "%date{\"yyyy-MM-dd'T'HH:mm:ss.SSS'Z'\", UTC} %-5level [%thread] %logger - %msg%n%ex";

	/**
	 * Returns what it is called.
	 * @return the name by which it is chosen; the encoder's class if it is one of the
	 * user's own
	 */
	String name();

	/**
	 * Returns its encoder, most often a new one.
	 * @param context the context that it belongs to
	 * @return an encoder that need not be started
	 * @throws InvalidSettingException if it can never encode
	 */
	Encoder<ILoggingEvent> encoder(Context context);

	/**
	 * Returns the format of a name.
	 * @param name {@link #JSON} or {@link #TEXT}, in any case
	 * @param pattern the pattern of texts, or {@code null} for the default
	 * @param json what JSON is made of
	 * @return the format, or {@code null} if there is none of that name
	 * @throws InvalidSettingException if the settings do not go with the name
	 */
	static @Nullable EventFormat of(String name, @Nullable String pattern, JsonSettings json) {
		if (name.equalsIgnoreCase(TEXT)) {
			refuseMask(name, json);
			return new TextFormat((pattern != null) ? pattern : DEFAULT_PATTERN);
		}
		refusePattern(name, pattern);
		return name.equalsIgnoreCase(JSON) ? new JsonFormat(json) : null;
	}

	/**
	 * Returns what events look like that an encoder of the user's own encodes.
	 * @param encoder the encoder
	 * @return the format
	 */
	static EventFormat of(Encoder<ILoggingEvent> encoder) {
		return new EncoderFormat(encoder);
	}

	/**
	 * Refuses what is to be masked where nothing would be.
	 * @param format the format
	 * @param json what JSON is made of
	 * @throws InvalidSettingException if it masks anything
	 */
	static void refuseMask(String format, JsonSettings json) {
		if (!json.mask().isEmpty()) {
			throw new InvalidSettingException("format", format,
					"What json.mask names is replaced in the format json only, and would be shipped as it is.",
					"Use the format json, or remove json.mask and have the encoder mask it.");
		}
	}

	private static void refusePattern(String format, @Nullable String pattern) {
		if (pattern != null) {
			throw new InvalidSettingException("pattern", pattern, "The format " + format + " has no pattern.",
					"Remove it, or set the format to text.");
		}
	}

}
