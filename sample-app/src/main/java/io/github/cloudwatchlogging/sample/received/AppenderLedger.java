package io.github.cloudwatchlogging.sample.received;

import java.util.Iterator;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import io.github.cloudwatchlogging.ledger.Balance;
import io.github.cloudwatchlogging.logback.CloudWatchAppender;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Reads the figures of the appender that is attached to the root logger.
 */
@Component
class AppenderLedger {

	/**
	 * Return where the appender's events are.
	 * @return the figures, or {@code null} if no appender is attached
	 */
	@Nullable Balance balance() {
		if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
			Iterator<Appender<ILoggingEvent>> appenders = context.getLogger(Logger.ROOT_LOGGER_NAME)
				.iteratorForAppenders();
			while (appenders.hasNext()) {
				if (appenders.next() instanceof CloudWatchAppender appender) {
					return appender.snapshot().balance();
				}
			}
		}
		return null;
	}

}
