package io.github.cloudwatchlogging.logback.options;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.cloudwatchlogging.settings.Choices;
import io.github.cloudwatchlogging.settings.JsonSettings;
import io.github.cloudwatchlogging.settings.PassThrough;

/**
 * What the JSON of an event is made of: {@code <json>}.
 */
public final class JsonOptions {

	private final Map<String, String> staticFields = new LinkedHashMap<>();

	private FieldOptions mdc = new FieldOptions();

	private FieldOptions keyValues = new FieldOptions();

	private StackTraceOptions stackTrace = new StackTraceOptions();

	private MaskOptions mask = new MaskOptions();

	private String passThrough = JsonSettings.DEFAULT.passThrough().name();

	private boolean eventId = JsonSettings.DEFAULT.eventId();

	/**
	 * Adds a member that all events have: {@code <staticField>}.
	 * @param staticField the value
	 */
	public void addStaticField(KeyValue staticField) {
		this.staticFields.put(staticField.key(), staticField.value());
	}

	/**
	 * Sets which entries of the MDC become members.
	 * @param mdc the value
	 */
	public void setMdc(FieldOptions mdc) {
		this.mdc = mdc;
	}

	/**
	 * Sets which key-value pairs become members.
	 * @param keyValues the value
	 */
	public void setKeyValues(FieldOptions keyValues) {
		this.keyValues = keyValues;
	}

	/**
	 * Sets how much of a stack trace is written.
	 * @param stackTrace the value
	 */
	public void setStackTrace(StackTraceOptions stackTrace) {
		this.stackTrace = stackTrace;
	}

	/**
	 * Sets what is replaced before an event is encoded.
	 * @param mask the value
	 */
	public void setMask(MaskOptions mask) {
		this.mask = mask;
	}

	/**
	 * Sets which messages that are JSON objects already become the event as they are:
	 * {@code none}, {@code metrics} or {@code objects}.
	 * @param passThrough the value
	 */
	public void setPassThrough(String passThrough) {
		this.passThrough = passThrough;
	}

	/**
	 * Sets whether each event has an id.
	 * @param eventId the value
	 */
	public void setEventId(boolean eventId) {
		this.eventId = eventId;
	}

	/**
	 * Returns the checked settings.
	 * @return the settings
	 */
	public JsonSettings toSettings() {
		return new JsonSettings(this.staticFields, this.mdc.toSettings("json.mdc"),
				this.keyValues.toSettings("json.key-values"), this.stackTrace.toSettings(), this.mask.toSettings(),
				Choices.of("json.pass-through", this.passThrough, PassThrough.class), this.eventId);
	}

}
