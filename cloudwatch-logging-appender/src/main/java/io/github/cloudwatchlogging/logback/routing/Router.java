package io.github.cloudwatchlogging.logback.routing;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.template.DestinationTemplate;

/**
 * Finds an event's destinations. Remembers the way of each level of the first so many
 * loggers. Thread-safe.
 */
public final class Router {

	private static final int MOST_LOGGERS = 2_000;

	private static final Level[] LEVELS = { Level.TRACE, Level.DEBUG, Level.INFO, Level.WARN, Level.ERROR };

	private final Routing routing;

	private final boolean dependsOnLogger;

	private final Ways ofAllLoggers;

	private final ConcurrentHashMap<String, Ways> ofLoggers = new ConcurrentHashMap<>();

	/**
	 * Creates a router.
	 * @param routing the rules
	 */
	public Router(Routing routing) {
		this.routing = routing;
		this.dependsOnLogger = routing.dependsOnLogger();
		this.ofAllLoggers = ways("");
	}

	/**
	 * Returns where an event goes.
	 * @param event the event
	 * @return templates for its destinations; none if it is not taken
	 */
	public List<DestinationTemplate<ILoggingEvent>> ways(ILoggingEvent event) {
		Ways ways = this.dependsOnLogger ? waysOf(event.getLoggerName()) : this.ofAllLoggers;
		return ways.at(event.getLevel());
	}

	private Ways waysOf(String logger) {
		Ways ways = this.ofLoggers.get(logger);
		if (ways == null) {
			ways = ways(logger);
			if (this.ofLoggers.mappingCount() < MOST_LOGGERS) {
				this.ofLoggers.put(logger, ways);
			}
		}
		return ways;
	}

	private Ways ways(String logger) {
		return new Ways(Stream.of(LEVELS).map((level) -> this.routing.destinations(logger, level)).toList());
	}

	/**
	 * Returns the destinations of an event.
	 * @param ways what {@link #ways} returned for it
	 * @param event the event
	 * @return each destination once
	 */
	public static List<Destination> destinations(List<DestinationTemplate<ILoggingEvent>> ways, ILoggingEvent event) {
		if (ways.size() == 1) {
			return List.of(ways.get(0).resolve(event));
		}
		return ways.stream().map((way) -> way.resolve(event)).distinct().toList();
	}

	private record Ways(List<List<DestinationTemplate<ILoggingEvent>>> byLevel) {

		List<DestinationTemplate<ILoggingEvent>> at(Level level) {
			int index = LEVELS.length - 1;
			while (index > 0 && LEVELS[index].levelInt > level.levelInt) {
				index--;
			}
			return this.byLevel.get(index);
		}

	}

}
