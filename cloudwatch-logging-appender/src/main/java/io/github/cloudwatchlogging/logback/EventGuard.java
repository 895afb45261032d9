package io.github.cloudwatchlogging.logback;

import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.github.cloudwatchlogging.delivery.DeliveryThread;

/**
 * Keeps delivery from feeding itself: refuses what is logged on the engine's own threads,
 * and what the SDK and its HTTP clients log at DEBUG and TRACE on any other.
 */
final class EventGuard {

	private static final List<String> CLIENT_LOGGERS = List.of("software.amazon.awssdk.", "org.apache.hc.",
			"org.apache.http.");

	private EventGuard() {
	}

	static boolean refuses(ILoggingEvent event) {
		return DeliveryThread.isCurrent()
				|| (event.getLevel().levelInt <= Level.DEBUG_INT && isClientLogger(event.getLoggerName()));
	}

	private static boolean isClientLogger(String name) {
		for (String prefix : CLIENT_LOGGERS) {
			if (name.startsWith(prefix)) {
				return true;
			}
		}
		return false;
	}

}
