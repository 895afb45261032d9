package io.github.cloudwatchlogging.logback.routing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.logback.format.EventFormat;
import io.github.cloudwatchlogging.settings.InvalidSettingException;
import io.github.cloudwatchlogging.template.DestinationTemplate;
import io.github.cloudwatchlogging.template.LateNames;
import io.github.cloudwatchlogging.template.NameRule;
import io.github.cloudwatchlogging.template.Template;
import io.github.cloudwatchlogging.template.VariableCatalog;
import org.jspecify.annotations.Nullable;

/**
 * Which events are taken, and where each of them goes. Immutable.
 */
public final class Routing {

	private final LoggerPatterns include;

	private final LoggerPatterns exclude;

	private final List<Route> routes;

	private Routing(LoggerPatterns include, LoggerPatterns exclude, List<Route> routes) {
		this.include = include;
		this.exclude = exclude;
		this.routes = routes;
	}

	/**
	 * Returns the routes of the events of a logger.
	 * @param logger the logger's name
	 * @param level the events' level
	 * @return the routes, each of which gets the event; none if it is not taken
	 */
	List<Route> routes(String logger, Level level) {
		List<Route> taking = new ArrayList<>();
		if ((this.include.isEmpty() || this.include.match(logger)) && !this.exclude.match(logger)) {
			for (Route route : this.routes) {
				if (route.takes(logger, level)) {
					taking.add(route);
					if (!route.asSet().proceed()) {
						break;
					}
				}
			}
		}
		return List.copyOf(taking);
	}

	boolean dependsOnLogger() {
		return this.routes.size() > 1 || !this.include.isEmpty() || !this.exclude.isEmpty();
	}

	/**
	 * Returns what makes two routings different that come from the same settings: all of
	 * the names that does not depend on the event.
	 * @return the texts, one for each route
	 */
	public List<String> fixedTexts() {
		return this.routes.stream().map((route) -> route.destination().fixedText()).toList();
	}

	/**
	 * Returns the variables whose values are not known yet.
	 * @return their names
	 */
	public Set<String> lateVariables() {
		Set<String> variables = new LinkedHashSet<>();
		fixedTexts().forEach((text) -> variables.addAll(LateNames.variables(text)));
		return variables;
	}

	/**
	 * Returns the destinations of routes that have one for all their events.
	 * @return the destinations without repetition, that of the events that no route keeps
	 * at the end
	 */
	public List<Destination> fixedDestinations() {
		Set<Destination> destinations = new LinkedHashSet<>();
		for (Route route : this.routes) {
			Destination fixed = route.destination().fixed();
			if (fixed != null) {
				destinations.remove(fixed);
				destinations.add(fixed);
			}
		}
		return List.copyOf(destinations);
	}

	/**
	 * Returns the routes as they were set.
	 * @return the routes in their order, that of the events that no route keeps at the
	 * end
	 */
	public List<RouteSummary> summaries() {
		return this.routes.stream().map(Route::asSet).toList();
	}

	/**
	 * Returns what events of some routes look like.
	 * @return the formats, one for each route that has one of its own
	 */
	public List<EventFormat> formats() {
		List<EventFormat> formats = new ArrayList<>();
		for (Route route : this.routes) {
			if (route.format() != null) {
				formats.add(route.format());
			}
		}
		return formats;
	}

	/**
	 * Makes a routing from settings. Not thread-safe.
	 */
	public static final class Builder {

		private final VariableCatalog<ILoggingEvent> variables;

		private final String group;

		private final String stream;

		private NameDialect dialect = NameDialect.OWN;

		private @Nullable Level level;

		private LoggerPatterns include = LoggerPatterns.of("", List.of());

		private LoggerPatterns exclude = LoggerPatterns.of("", List.of());

		private final List<Route> routes = new ArrayList<>();

		/**
		 * Begins with where the events go that no route keeps.
		 * @param variables what names may refer to
		 * @param group the log group's name, a template
		 * @param stream the log stream's name, a template
		 */
		public Builder(VariableCatalog<ILoggingEvent> variables, String group, String stream) {
			this.variables = variables;
			this.group = group;
			this.stream = stream;
		}

		/**
		 * Sets who fills in the names. Call it before the routes are added.
		 * @param dialect the words of the names
		 * @return this builder
		 */
		public Builder dialect(NameDialect dialect) {
			this.dialect = dialect;
			return this;
		}

		/**
		 * Sets the least level of events, but for those of routes with a level of their
		 * own. Call it before the routes are added.
		 * @param level the level, or {@code null} for all events
		 * @return this builder
		 */
		public Builder level(@Nullable Level level) {
			this.level = level;
			return this;
		}

		/**
		 * Sets whose events are taken.
		 * @param include patterns of loggers, none for all loggers
		 * @param exclude patterns of loggers whose events are not taken all the same
		 * @return this builder
		 * @throws InvalidSettingException if a pattern can never match
		 */
		public Builder loggers(List<String> include, List<String> exclude) {
			this.include = LoggerPatterns.of("loggers.include", include);
			this.exclude = LoggerPatterns.of("loggers.exclude", exclude);
			return this;
		}

		/**
		 * Adds a route behind those that were added before.
		 * @param loggers patterns of loggers, none for all loggers
		 * @param level the least level of its events, or {@code null} for that of all
		 * @param group the log group's name, a template, or {@code null} for that of all
		 * @param stream the log stream's name, a template, or {@code null} for that of
		 * all
		 * @param format what its events look like, or {@code null} for what all look like
		 * @param proceed whether its events go on to the routes behind it
		 * @return this builder
		 * @throws InvalidSettingException if a pattern can never match, or if a name can
		 * never be lawful
		 */
		public Builder route(List<String> loggers, @Nullable Level level, @Nullable String group,
				@Nullable String stream, @Nullable EventFormat format, boolean proceed) {
			String setting = "routes[" + this.routes.size() + "]";
			if (group == null && stream == null) {
				throw new InvalidSettingException(setting, "", "It leads nowhere else.",
						"Give the route a group, a stream or both.");
			}
			String groupName = (group != null) ? group : this.group;
			String streamName = (stream != null) ? stream : this.stream;
			DestinationTemplate<ILoggingEvent> destination = new DestinationTemplate<>(
					template((group != null) ? setting + ".group" : "group", groupName, NameRule.LOG_GROUP),
					template((stream != null) ? setting + ".stream" : "stream", streamName, NameRule.LOG_STREAM));
			this.routes.add(new Route(LoggerPatterns.of(setting + ".loggers", loggers), destination, format,
					new RouteSummary(List.copyOf(loggers), (level != null) ? level : leastLevel(), groupName,
							streamName, (format != null) ? format.name() : null, proceed)));
			return this;
		}

		/**
		 * Returns the routing.
		 * @return the routing
		 * @throws InvalidSettingException if a name can never be lawful
		 */
		public Routing build() {
			List<Route> all = new ArrayList<>(this.routes);
			all.add(new Route(LoggerPatterns.of("", List.of()),
					new DestinationTemplate<>(template("group", this.group, NameRule.LOG_GROUP),
							template("stream", this.stream, NameRule.LOG_STREAM)),
					null, new RouteSummary(List.of(), leastLevel(), this.group, this.stream, null, false)));
			return new Routing(this.include, this.exclude, List.copyOf(all));
		}

		private Level leastLevel() {
			return (this.level != null) ? this.level : Level.TRACE;
		}

		private Template<ILoggingEvent> template(String setting, String source, NameRule rule) {
			Template<ILoggingEvent> template;
			try {
				template = Template.parse(source, rule, this.variables);
			}
			catch (IllegalArgumentException ex) {
				throw new InvalidSettingException(setting, source, String.valueOf(ex.getMessage()),
						"Use a name that the service takes, with variables from the list.", ex);
			}
			return this.dialect.translate(setting, source, rule, template);
		}

	}

}
