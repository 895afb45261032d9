package io.github.cloudwatchlogging.logback.routing;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * Finds an event's destinations. Remembers the routes of each level of the first so many
 * loggers. Thread-safe.
 */
public final class Router {

	private static final int MOST_LOGGERS = 2_000;

	private static final Level[] LEVELS = { Level.TRACE, Level.DEBUG, Level.INFO, Level.WARN, Level.ERROR };

	private final Routing routing;

	private final boolean dependsOnLogger;

	private final RoutesByLevel ofAllLoggers;

	private final ConcurrentHashMap<String, RoutesByLevel> ofLoggers = new ConcurrentHashMap<>();

	/**
	 * Creates a router.
	 * @param routing the rules
	 */
	public Router(Routing routing) {
		this.routing = routing;
		this.dependsOnLogger = routing.dependsOnLogger();
		this.ofAllLoggers = routesByLevel("");
	}

	/**
	 * Returns the routes that take an event.
	 * @param event the event
	 * @return the routes; none if it is not taken
	 */
	public List<Route> routes(ILoggingEvent event) {
		RoutesByLevel routes = this.dependsOnLogger ? routesOf(event.getLoggerName()) : this.ofAllLoggers;
		return routes.at(event.getLevel());
	}

	private RoutesByLevel routesOf(String logger) {
		RoutesByLevel routes = this.ofLoggers.get(logger);
		if (routes == null) {
			routes = routesByLevel(logger);
			if (this.ofLoggers.mappingCount() < MOST_LOGGERS) {
				this.ofLoggers.put(logger, routes);
			}
		}
		return routes;
	}

	private RoutesByLevel routesByLevel(String logger) {
		return new RoutesByLevel(Stream.of(LEVELS).map((level) -> this.routing.routes(logger, level)).toList());
	}

	private record RoutesByLevel(List<List<Route>> byLevel) {

		List<Route> at(Level level) {
			int index = LEVELS.length - 1;
			while (index > 0 && LEVELS[index].levelInt > level.levelInt) {
				index--;
			}
			return this.byLevel.get(index);
		}

	}

}
