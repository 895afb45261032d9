package io.github.cloudwatchlogging.logback.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import io.github.cloudwatchlogging.json.JsonName;
import io.github.cloudwatchlogging.json.JsonObjectCopy;
import io.github.cloudwatchlogging.json.JsonWriter;
import io.github.cloudwatchlogging.json.TextMapper;
import io.github.cloudwatchlogging.mask.Masking;
import io.github.cloudwatchlogging.settings.JsonSettings;
import io.github.cloudwatchlogging.settings.PassThrough;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * Writes events as JSON.
 */
final class JsonEventWriter implements EventWriter, TextMapper {

	/**
	 * The most fields that Logs Insights finds in an event.
	 */
	private static final int MOST_FIELDS = 200;

	// The five that all events have, the other fields, and what truncation adds.
	private static final int FIELDS_OF_ALL_EVENTS = 7;

	private static final int FIELDS_OF_AN_EXCEPTION = 3;

	private static final int MOST_MARKERS = 20;

	private static final String METRICS_MEMBER = "_aws";

	private static final JsonName TIMESTAMP = JsonName.of("timestamp");

	private static final JsonName LEVEL = JsonName.of("level");

	private static final JsonName LOGGER = JsonName.of("logger");

	private static final JsonName THREAD = JsonName.of("thread");

	private static final JsonName MESSAGE = JsonName.of("message");

	private static final JsonName EVENT_ID = JsonName.of("eventId");

	private static final JsonName MARKERS = JsonName.of("markers");

	private static final JsonName OTHER_FIELDS = JsonName.of("otherFields");

	private static final JsonName EXCEPTION = JsonName.of("exception");

	private static final JsonName TYPE = JsonName.of("type");

	private static final JsonName STACK_TRACE = JsonName.of("stackTrace");

	private final JsonSettings settings;

	private final Masking masking;

	private final @Nullable EventIds ids;

	private final StaticField[] staticFields;

	private final JsonWriter json = new JsonWriter();

	private final ContextWriter context;

	JsonEventWriter(JsonSettings settings, Masking masking, @Nullable EventIds ids) {
		this.settings = settings;
		this.masking = masking;
		this.ids = ids;
		this.staticFields = staticFields(settings.staticFields());
		this.context = new ContextWriter(this.json, masking, settings);
	}

	private static StaticField[] staticFields(Map<String, String> values) {
		List<StaticField> fields = new ArrayList<>();
		for (Map.Entry<String, String> value : values.entrySet()) {
			fields.add(new StaticField(JsonName.of(value.getKey()), value.getValue()));
		}
		return fields.toArray(new StaticField[0]);
	}

	@Override
	public void write(ILoggingEvent event) {
		this.json.reset();
		String message = String.valueOf(event.getFormattedMessage());
		if (!passesThrough(event, message)) {
			this.json.beginObject();
			writeHead(event, message);
			writeContext(event);
			writeException(event.getThrowableProxy());
			this.json.endObject();
		}
	}

	// What an exception says is not lost for a message that happens to be JSON.
	private boolean passesThrough(ILoggingEvent event, String message) {
		return this.settings.passThrough() != PassThrough.NONE && event.getThrowableProxy() == null
				&& JsonObjectCopy.write(message, this.json, this,
						(this.settings.passThrough() == PassThrough.METRICS) ? METRICS_MEMBER : null);
	}

	private void writeHead(ILoggingEvent event, String message) {
		this.json.name(TIMESTAMP);
		this.json.timestamp(event.getTimeStamp());
		this.json.member(LEVEL, String.valueOf(event.getLevel()));
		this.json.member(LOGGER, String.valueOf(event.getLoggerName()));
		this.json.member(THREAD, map(String.valueOf(event.getThreadName())));
		this.json.member(MESSAGE, replaces("message") ? replacement() : map(message));
		if (this.ids != null) {
			this.json.member(EVENT_ID, this.ids.next());
		}
		for (StaticField field : this.staticFields) {
			this.json.member(field.name(), field.value());
		}
	}

	private void writeContext(ILoggingEvent event) {
		List<Marker> markers = event.getMarkerList();
		int markerCount = (markers != null) ? Math.min(markers.size(), MOST_MARKERS) : 0;
		this.context.write(event,
				MOST_FIELDS - FIELDS_OF_ALL_EVENTS - ((this.ids != null) ? 1 : 0) - this.staticFields.length
						- markerCount - ((event.getThrowableProxy() != null) ? FIELDS_OF_AN_EXCEPTION : 0));
		if (markers != null && markerCount > 0) {
			writeMarkers(markers, markerCount);
		}
		String rest = this.context.rest();
		if (rest != null) {
			this.json.member(OTHER_FIELDS, rest);
		}
	}

	private void writeMarkers(List<Marker> markers, int count) {
		this.json.name(MARKERS);
		this.json.beginArray();
		for (int index = 0; index < count; index++) {
			this.json.value(String.valueOf(markers.get(index).getName()));
		}
		this.json.endArray();
	}

	private void writeException(@Nullable IThrowableProxy exception) {
		if (exception != null) {
			this.json.name(EXCEPTION);
			this.json.beginObject();
			this.json.member(TYPE, exception.getClassName());
			this.json.name(MESSAGE);
			writeTextOrNull(exception.getMessage());
			this.json.member(STACK_TRACE, stackTrace(exception));
			this.json.endObject();
		}
	}

	private void writeTextOrNull(@Nullable String text) {
		if (text != null) {
			this.json.value(map(text));
		}
		else {
			this.json.literal("null");
		}
	}

	private String stackTrace(IThrowableProxy exception) {
		String text = map(StackTraceText.of(exception, this.settings.stackTrace()));
		Integer most = this.settings.stackTrace().maxLength();
		return (most != null && text.length() > most) ? text.substring(0, most) : text;
	}

	@Override
	public boolean replaces(String name) {
		return this.masking.hides(name);
	}

	@Override
	public String replacement() {
		return this.masking.replacement();
	}

	@Override
	public String map(String text) {
		return this.masking.text(text);
	}

	@Override
	public byte[] array() {
		return this.json.array();
	}

	@Override
	public int size() {
		return this.json.size();
	}

	@Override
	public int capacity() {
		return this.json.capacity() + this.context.capacity();
	}

	private record StaticField(JsonName name, String value) {

	}

}
