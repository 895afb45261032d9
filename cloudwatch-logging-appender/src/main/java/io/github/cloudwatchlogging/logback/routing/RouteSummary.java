package io.github.cloudwatchlogging.logback.routing;

import java.util.List;

import ch.qos.logback.classic.Level;
import org.jspecify.annotations.Nullable;

/**
 * A route as it was set.
 *
 * @param loggers whose events, as patterns; of all loggers where there are none
 * @param level the least level of its events
 * @param group the log group's name, a template
 * @param stream the log stream's name, a template
 * @param format what its events look like, by name, or {@code null} for what all look
 * like
 * @param proceed whether its events go on to the routes behind it
 */
public record RouteSummary(List<String> loggers, Level level, String group, String stream, @Nullable String format,
		boolean proceed) {
}
