package io.github.cloudwatchlogging.settings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the JSON of an event is made of.
 *
 * @param staticFields members that all events have; at most 50
 * @param mdc the members that the MDC becomes
 * @param keyValues the members that the key-value pairs become
 * @param stackTrace how stack traces are written
 * @param mask what is replaced before it is encoded
 * @param passThrough which messages become the event as they are
 * @param eventId whether each event has an id
 */
public record JsonSettings(Map<String, String> staticFields, FieldSelection mdc, FieldSelection keyValues,
		StackTraceSettings stackTrace, MaskSettings mask, PassThrough passThrough, boolean eventId) {

	/**
	 * What is written where nobody says.
	 */
	public static final JsonSettings DEFAULT = new JsonSettings(Map.of(), FieldSelection.ALL, FieldSelection.ALL,
			StackTraceSettings.DEFAULT, MaskSettings.NONE, PassThrough.NONE, false);

	private static final String STATIC_FIELDS = "json.static-fields";

	private static final int MOST_STATIC_FIELDS = 50;

	public JsonSettings {
		staticFields = Collections.unmodifiableMap(new LinkedHashMap<>(staticFields));
		Checks.inRange(STATIC_FIELDS, staticFields.size(), 0, MOST_STATIC_FIELDS, " entries");
		staticFields.forEach((name, value) -> OwnMembers.refuse(STATIC_FIELDS + "." + name, value, name));
	}

}
