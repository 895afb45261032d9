package io.github.cloudwatchlogging.autoconfigure;

import java.util.Iterator;
import java.util.function.Consumer;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.spi.AppenderAttachable;

/**
 * The appenders of all loggers, and those that they hold, as Logback's AsyncAppender
 * does.
 */
final class AppenderTree {

	private AppenderTree() {
	}

	/**
	 * Shows each appender, as often as it is attached.
	 */
	static void forEach(LoggerContext loggerContext, Consumer<Appender<ILoggingEvent>> consumer) {
		loggerContext.getLoggerList().forEach((logger) -> forEachOf(logger, consumer));
	}

	private static void forEachOf(AppenderAttachable<ILoggingEvent> holder,
			Consumer<Appender<ILoggingEvent>> consumer) {
		Iterator<Appender<ILoggingEvent>> appenders = holder.iteratorForAppenders();
		while (appenders.hasNext()) {
			Appender<ILoggingEvent> appender = appenders.next();
			consumer.accept(appender);
			if (appender instanceof AppenderAttachable<?>) {
				forEachOf(attachable(appender), consumer);
			}
		}
	}

	@SuppressWarnings("unchecked")
	private static AppenderAttachable<ILoggingEvent> attachable(Appender<ILoggingEvent> appender) {
		return (AppenderAttachable<ILoggingEvent>) appender;
	}

}
