package io.github.cloudwatchlogging.benchmarks;

import java.time.Instant;
import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import org.slf4j.event.KeyValuePair;

/**
 * What a web application logs most: a message of 200 bytes, five MDC entries and two
 * key-value pairs.
 */
final class TypicalEvent {

	private static final Map<String, String> MDC = Map.of("traceId", "4bf92f3577b34da6a3ce929d0e0e4736", "spanId",
			"00f067aa0ba902b7", "tenant", "acme", "requestId", "7f0c1a52-6d5e-4f0e-9a43-0c1d2e3f4a5b", "path",
			"/orders/4711");

	private TypicalEvent() {
	}

	static LoggerContext loggerContext() {
		LoggerContext context = new LoggerContext();
		context.setMDCAdapter(new LogbackMDCAdapter());
		return context;
	}

	/**
	 * Returns an event whose message is formatted and whose MDC is copied, as it is when
	 * an appender gets it behind another one.
	 */
	static ILoggingEvent create(LoggerContext context) {
		MDC.forEach(context.getMDCAdapter()::put);
		String message = "Order 4711 of customer 123 was priced, reserved and handed over to the warehouse: ";
		LoggingEvent event = new LoggingEvent("caller", context.getLogger("com.example.shop.orders.OrderService"),
				Level.INFO, message + "x".repeat(200 - message.length()), null, null);
		event.setThreadName("http-nio-8080-exec-7");
		event.setInstant(Instant.parse("2027-01-15T08:00:00.007Z"));
		event.addKeyValuePair(new KeyValuePair("user_id", "123"));
		event.addKeyValuePair(new KeyValuePair("response_time_ms", 45));
		event.prepareForDeferredProcessing();
		return event;
	}

}
