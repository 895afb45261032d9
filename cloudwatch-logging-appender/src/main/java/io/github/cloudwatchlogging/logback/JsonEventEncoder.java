package io.github.cloudwatchlogging.logback;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import io.github.cloudwatchlogging.event.ServiceLimits;
import io.github.cloudwatchlogging.json.JsonWriter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;

/**
 * Encodes an event as one JSON object on one line, made for CloudWatch Logs Insights. An
 * event over the size limit stays JSON: its longest string values are cut, and a member
 * {@code truncatedBytes} says how much went. Thread-safe.
 */
public final class JsonEventEncoder extends EncoderBase<ILoggingEvent> {

	private static final byte[] NOTHING = {};

	private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
		.withZone(ZoneOffset.UTC);

	private static final Set<String> OWN_MEMBERS = Set.of("timestamp", "level", "logger", "thread", "message",
			"markers", "exception", "truncatedBytes");

	private static final int TRUNCATION_MEMBER_BYTES = 40;

	private int maxSize = ServiceLimits.MAX_MESSAGE_BYTES;

	/**
	 * Sets the largest encoded event.
	 * @param maxSize bytes; at most 1,048,550, which the service takes
	 */
	public void setMaxSize(int maxSize) {
		this.maxSize = maxSize;
	}

	void fitInto(int maxMessageBytes) {
		this.maxSize = Math.min(this.maxSize, maxMessageBytes);
	}

	@Override
	public byte[] headerBytes() {
		return NOTHING;
	}

	@Override
	public byte[] footerBytes() {
		return NOTHING;
	}

	@Override
	public byte[] encode(ILoggingEvent event) {
		JsonWriter json = write(event, JsonWriter.UNCAPPED);
		if (json.size() > this.maxSize) {
			int excess = json.size() - this.maxSize + TRUNCATION_MEMBER_BYTES;
			json = write(event, json.capToSave(excess));
		}
		return json.toByteArray();
	}

	private static JsonWriter write(ILoggingEvent event, int cap) {
		JsonWriter json = new JsonWriter(cap);
		json.beginObject();
		json.member("timestamp", TIMESTAMP.format(Instant.ofEpochMilli(event.getTimeStamp())));
		json.member("level", event.getLevel().levelStr);
		json.member("logger", event.getLoggerName());
		json.member("thread", event.getThreadName());
		json.member("message", String.valueOf(event.getFormattedMessage()));
		writeContext(json, event);
		writeMarkers(json, event.getMarkerList());
		writeException(json, event.getThrowableProxy());
		if (json.bytesCut() > 0) {
			json.literalMember("truncatedBytes", Integer.toString(json.bytesCut()));
		}
		json.endObject();
		return json;
	}

	private static void writeContext(JsonWriter json, ILoggingEvent event) {
		Map<String, String> mdc = event.getMDCPropertyMap();
		mdc.forEach((key, value) -> json.member(OWN_MEMBERS.contains(key) ? "mdc." + key : key, String.valueOf(value)));
		List<KeyValuePair> pairs = event.getKeyValuePairs();
		if (pairs != null) {
			Set<String> names = new HashSet<>();
			pairs.forEach((pair) -> writePair(json, nameOf(pair, mdc, names), pair.value));
		}
	}

	private static String nameOf(KeyValuePair pair, Map<String, String> mdc, Set<String> names) {
		String name = String.valueOf(pair.key);
		while (OWN_MEMBERS.contains(name) || mdc.containsKey(name) || !names.add(name)) {
			name = "kv." + name;
		}
		return name;
	}

	private static void writePair(JsonWriter json, String name, @Nullable Object value) {
		if (value == null || value instanceof Boolean || isFinite(value)) {
			json.literalMember(name, String.valueOf(value));
		}
		else {
			json.member(name, text(value));
		}
	}

	private static boolean isFinite(Object value) {
		if (value instanceof Double || value instanceof Float) {
			return Double.isFinite(((Number) value).doubleValue());
		}
		return value instanceof Integer || value instanceof Long || value instanceof Short || value instanceof Byte
				|| value instanceof BigInteger || value instanceof BigDecimal;
	}

	// As SLF4J does with a message's argument: a value that cannot be shown costs the
	// value, not the event.
	private static String text(Object value) {
		try {
			return Objects.toString(value.toString());
		}
		catch (RuntimeException | StackOverflowError ex) {
			return "[FAILED toString()]";
		}
	}

	private static void writeMarkers(JsonWriter json, @Nullable List<Marker> markers) {
		if (markers != null && !markers.isEmpty()) {
			json.name("markers");
			json.beginArray();
			markers.forEach((marker) -> json.element(marker.getName()));
			json.endArray();
		}
	}

	private static void writeException(JsonWriter json, @Nullable IThrowableProxy exception) {
		if (exception != null) {
			json.name("exception");
			json.beginObject();
			json.member("type", exception.getClassName());
			json.member("message", String.valueOf(exception.getMessage()));
			json.member("stackTrace", ThrowableProxyUtil.asString(exception));
			json.endObject();
		}
	}

}
