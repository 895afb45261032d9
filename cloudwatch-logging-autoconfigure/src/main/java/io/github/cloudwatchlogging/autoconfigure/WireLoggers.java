package io.github.cloudwatchlogging.autoconfigure;

import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;

/**
 * Keeps the loggers that print whole requests, and so the access key and the session
 * token, from doing that only because the root logger is at DEBUG. Who sets a level for
 * one of them, or for a package of theirs, gets what it prints.
 */
final class WireLoggers {

	private static final List<String> NAMES = List.of("org.apache.hc.client5.http.headers",
			"org.apache.hc.client5.http.wire", "org.apache.http.headers", "org.apache.http.wire",
			"software.amazon.awssdk.auth", "software.amazon.awssdk.http.auth");

	private WireLoggers() {
	}

	static void quieten(LoggerContext loggerContext) {
		for (String name : NAMES) {
			if (!hasLevelOfItsOwn(loggerContext, name)) {
				loggerContext.getLogger(name).setLevel(Level.INFO);
			}
		}
	}

	private static boolean hasLevelOfItsOwn(LoggerContext loggerContext, String name) {
		for (String current = name; !current.isEmpty(); current = parent(current)) {
			Logger logger = loggerContext.exists(current);
			if (logger != null && logger.getLevel() != null) {
				return true;
			}
		}
		return loggerContext.getLogger(Logger.ROOT_LOGGER_NAME).getLevel().isGreaterOrEqual(Level.INFO);
	}

	private static String parent(String name) {
		int dot = name.lastIndexOf('.');
		return (dot > 0) ? name.substring(0, dot) : "";
	}

}
