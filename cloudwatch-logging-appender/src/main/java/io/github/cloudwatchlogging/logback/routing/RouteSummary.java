package io.github.cloudwatchlogging.logback.routing;

import java.util.List;

import ch.qos.logback.classic.Level;

/**
 * A route as it was set.
 *
 * @param loggers whose events, as patterns; of all loggers where there are none
 * @param level the least level of its events
 * @param group the log group's name, a template
 * @param stream the log stream's name, a template
 * @param proceed whether its events go on to the routes behind it
 */
public record RouteSummary(List<String> loggers, Level level, String group, String stream, boolean proceed) {
}
