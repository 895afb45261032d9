package io.github.cloudwatchlogging.logback.format;

import io.github.cloudwatchlogging.logback.options.JsonOptions;
import io.github.cloudwatchlogging.mask.Masking;
import io.github.cloudwatchlogging.settings.InvalidSettingException;
import io.github.cloudwatchlogging.settings.JsonSettings;

/**
 * Encodes an event as one JSON object on one line, made for CloudWatch Logs Insights.
 * Thread-safe once its settings are made.
 */
public final class JsonEventEncoder extends WritingEncoder {

	/**
	 * Creates an encoder with the default settings.
	 */
	public JsonEventEncoder() {
		this(JsonSettings.DEFAULT);
	}

	/**
	 * Creates an encoder.
	 * @param settings what the JSON is made of
	 */
	public JsonEventEncoder(JsonSettings settings) {
		setSettings(settings);
	}

	private void setSettings(JsonSettings settings) {
		Masking masking = Masking.of(settings.mask());
		EventIds ids = settings.eventId() ? new EventIds(System::currentTimeMillis) : null;
		setWriters(() -> new JsonEventWriter(settings, masking, ids));
	}

	/**
	 * Sets what the JSON is made of: {@code <json>}.
	 * @param json the value
	 */
	public void setJson(JsonOptions json) {
		try {
			setSettings(json.toSettings());
		}
		catch (InvalidSettingException ex) {
			// Nothing is encoded rather than something unmasked.
			setWriters(null);
			addError("Cannot encode: " + ex.getMessage(), ex);
		}
	}

}
