package io.github.cloudwatchlogging.autoconfigure;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.MarkerFactory;
import org.slf4j.event.KeyValuePair;

/**
 * One event of each kind.
 */
final class GoldenEvents {

	static final Instant TIME = Instant.parse("2027-01-15T08:00:00.007Z");

	private final LoggerContext context;

	private final Instant time;

	GoldenEvents(LoggerContext context, Instant time) {
		this.context = context;
		this.time = time;
	}

	Map<String, LoggingEvent> all() {
		Map<String, LoggingEvent> events = new LinkedHashMap<>();
		events.put("plain", event(Level.INFO, "Started in {} seconds", null, 2));
		events.put("context", context());
		events.put("exception", exception());
		events.put("clashes", clashes());
		events.put("characters", characters());
		events.put("metrics", event(Level.INFO, "{\"_aws\": {\"Timestamp\": 1800000000007, \"CloudWatchMetrics\": [{"
				+ "\"Namespace\": \"shop\", \"Dimensions\": [[\"service\"]], \"Metrics\": [{\"Name\": \"time\"}]}]}, "
				+ "\"service\": \"orders\", \"time\": 45}", null));
		events.put("secrets", secrets());
		return events;
	}

	private LoggingEvent context() {
		LoggingEvent event = event(Level.INFO, "order placed", null);
		mdc(event, "traceId", "4bf92f3577b34da6a3ce929d0e0e4736", "spanId", "00f067aa0ba902b7", "tenant", "acme");
		pairs(event, "user_id", "123", "response_time_ms", 45, "total", 9.99, "express", true, "coupon", null);
		event.addMarker(MarkerFactory.getDetachedMarker("AUDIT"));
		return event;
	}

	private LoggingEvent exception() {
		Exception inner = new IllegalArgumentException("no such card");
		inner.setStackTrace(new StackTraceElement[] { frame("com.example.shop.Cards", "find", 17),
				frame("java.util.Optional", "orElseThrow", 403), frame("com.example.shop.Orders", "place", 42) });
		Exception outer = new IllegalStateException("order failed", inner);
		outer.setStackTrace(new StackTraceElement[] { frame("com.example.shop.Orders", "place", 44),
				frame("com.example.shop.OrderController", "post", 12) });
		Exception suppressed = new IllegalStateException("not closed");
		suppressed.setStackTrace(new StackTraceElement[] { frame("com.example.shop.Cards", "close", 20) });
		outer.addSuppressed(suppressed);
		return event(Level.ERROR, "Cannot place order {}", outer, 4711);
	}

	private static StackTraceElement frame(String type, String method, int line) {
		return new StackTraceElement(type, method, type.substring(type.lastIndexOf('.') + 1) + ".java", line);
	}

	private LoggingEvent clashes() {
		LoggingEvent event = event(Level.WARN, "names", null);
		mdc(event, "level", "of the context", "user", "of the context");
		pairs(event, "message", "of a pair", "user", "of a pair", "user", "of another");
		return event;
	}

	private LoggingEvent characters() {
		LoggingEvent event = event(Level.DEBUG, "caf\u00E9 \uD83D\uDE00 \"quoted\" \\ tab\t line\nend\u0001 \u2028",
				null);
		mdc(event, "a \"key\"", "\u4E2D\u6587");
		return event;
	}

	private LoggingEvent secrets() {
		LoggingEvent event = event(Level.INFO, "Paid with 4111 1111 1111 1111, Authorization: Basic dXNlcjpwYXNz",
				null);
		pairs(event, "password", "s3cr3t", "session", "Bearer abc.def");
		return event;
	}

	private LoggingEvent event(Level level, String message, @Nullable Throwable exception, Object... arguments) {
		LoggingEvent event = new LoggingEvent("caller", this.context.getLogger("com.example.shop.Orders"), level,
				message, exception, arguments);
		event.setThreadName("main");
		event.setInstant(this.time);
		return event;
	}

	private static void mdc(LoggingEvent event, String... keysAndValues) {
		Map<String, String> mdc = new TreeMap<>();
		for (int index = 0; index < keysAndValues.length; index += 2) {
			mdc.put(keysAndValues[index], keysAndValues[index + 1]);
		}
		event.setMDCPropertyMap(mdc);
	}

	private static void pairs(LoggingEvent event, @Nullable Object... namesAndValues) {
		for (int index = 0; index < namesAndValues.length; index += 2) {
			event.addKeyValuePair(new KeyValuePair(String.valueOf(namesAndValues[index]), namesAndValues[index + 1]));
		}
	}

}
