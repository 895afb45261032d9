package io.github.cloudwatchlogging.logback.routing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.github.cloudwatchlogging.logback.format.EventFormat;
import io.github.cloudwatchlogging.template.DestinationTemplate;
import org.jspecify.annotations.Nullable;

/**
 * A way for the events of some loggers.
 *
 * @param loggers whose events; of all loggers where there are no patterns
 * @param destination where they go
 * @param format what they look like, or {@code null} for what all look like
 * @param asSet what it was made of, its least level and whether its events go on to the
 * routes behind it and at last to where all others go
 */
public record Route(LoggerPatterns loggers, DestinationTemplate<ILoggingEvent> destination,
		@Nullable EventFormat format, RouteSummary asSet) {

	boolean takes(String logger, Level level) {
		return level.isGreaterOrEqual(this.asSet.level()) && (this.loggers.isEmpty() || this.loggers.match(logger));
	}

}
