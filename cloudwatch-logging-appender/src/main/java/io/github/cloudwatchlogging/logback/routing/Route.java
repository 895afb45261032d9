package io.github.cloudwatchlogging.logback.routing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.github.cloudwatchlogging.template.DestinationTemplate;

/**
 * A way for the events of some loggers.
 *
 * @param loggers whose events; of all loggers where there are no patterns
 * @param level the least level of its events
 * @param destination where they go
 * @param proceed whether its events go on to the routes behind it, and at last to where
 * all others go
 */
public record Route(LoggerPatterns loggers, Level level, DestinationTemplate<ILoggingEvent> destination,
		boolean proceed) {

	boolean takes(String logger, Level level) {
		return level.isGreaterOrEqual(this.level) && (this.loggers.isEmpty() || this.loggers.match(logger));
	}

}
