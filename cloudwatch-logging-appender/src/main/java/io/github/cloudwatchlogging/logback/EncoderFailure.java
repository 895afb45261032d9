package io.github.cloudwatchlogging.logback;

import java.nio.charset.StandardCharsets;

import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * What can be said of an event that could not be encoded without touching it again: its
 * logger, and what was thrown.
 */
final class EncoderFailure {

	private EncoderFailure() {
	}

	static byte[] describe(ILoggingEvent event, Throwable failure) {
		return (event.getLoggerName() + ": " + text(failure)).getBytes(StandardCharsets.UTF_8);
	}

	// An exception of somebody else's can throw on its own account.
	private static String text(Throwable failure) {
		try {
			return failure.toString();
		}
		catch (RuntimeException | StackOverflowError ex) {
			return failure.getClass().getName();
		}
	}

}
