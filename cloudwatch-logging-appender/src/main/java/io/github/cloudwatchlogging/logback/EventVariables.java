package io.github.cloudwatchlogging.logback;

import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.github.cloudwatchlogging.logback.routing.Routing;
import io.github.cloudwatchlogging.template.DateText;
import io.github.cloudwatchlogging.template.Variable;
import io.github.cloudwatchlogging.template.VariableCatalog;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;

/**
 * The variables of group and stream templates.
 */
public final class EventVariables {

	private EventVariables() {
	}

	/**
	 * Returns the variables.
	 * @param application what is known of the application
	 * @param property from a property's name to its value
	 * @return a new catalog
	 */
	public static VariableCatalog<ILoggingEvent> catalog(ApplicationInfo application,
			UnaryOperator<@Nullable String> property) {
		VariableCatalog<ILoggingEvent> catalog = new VariableCatalog<>();
		addApplication(catalog, application, property);
		addPlatform(catalog, application, property);
		addEvent(catalog);
		return catalog;
	}

	/**
	 * Returns the variables for a CloudWatch agent to fill in. What depends on where the
	 * application runs stays open, whether it is known or not: the directories of the
	 * files must have the same names where the agent's configuration is printed.
	 * @param application what is known of the application
	 * @param property from a property's name to its value
	 * @return a new catalog
	 */
	static VariableCatalog<ILoggingEvent> agentCatalog(ApplicationInfo application,
			UnaryOperator<@Nullable String> property) {
		return catalog(application, property).late("hostname")
			.late("ip")
			.late("pid")
			.late("uuid")
			.late("region")
			.late("account");
	}

	/**
	 * Begins a routing whose names have these variables.
	 * @param application what is known of the application
	 * @param property from a property's name to its value
	 * @param forAgent whether a CloudWatch agent fills in the names
	 * @param group the log group's name, a template
	 * @param stream the log stream's name, a template
	 * @return a new builder
	 */
	public static Routing.Builder routing(ApplicationInfo application, UnaryOperator<@Nullable String> property,
			boolean forAgent, String group, String stream) {
		return forAgent
				? new Routing.Builder(agentCatalog(application, property), group, stream).dialect(new AgentNames())
				: new Routing.Builder(catalog(application, property), group, stream);
	}

	private static void addApplication(VariableCatalog<ILoggingEvent> catalog, ApplicationInfo application,
			UnaryOperator<@Nullable String> property) {
		String name = application.name();
		catalog.fixed("application", () -> (name != null && !name.isBlank()) ? name : "application")
			.fixed("profile", application::profile)
			.fixed("version", application::version)
			.fixed("hostname", HostName::get)
			.fixed("ip", IpAddress::get)
			.fixed("pid", () -> Long.toString(ProcessHandle.current().pid()))
			.fixed("uuid", () -> UUID.randomUUID().toString())
			.fixed("env", "{env:NAME:default}", (argument) -> withDefault(argument, System::getenv))
			.fixed("property", "{property:key:default}", (argument) -> withDefault(argument, property));
	}

	private static @Nullable String withDefault(String argument, UnaryOperator<@Nullable String> source) {
		int colon = argument.indexOf(':');
		String value = source.apply((colon < 0) ? argument : argument.substring(0, colon));
		return (value != null || colon < 0) ? value : argument.substring(colon + 1);
	}

	private static void addPlatform(VariableCatalog<ILoggingEvent> catalog, ApplicationInfo application,
			UnaryOperator<@Nullable String> property) {
		fixedOrLate(catalog, "region", application.regionOr(property));
		fixedOrLate(catalog, "account", application.accountOr(property));
		catalog.late("instance")
			.late("ec2:instance-id")
			.late("ecs:cluster")
			.late("ecs:task-id")
			.late("ecs:container")
			.late("k8s:namespace")
			.late("k8s:pod");
	}

	private static void fixedOrLate(VariableCatalog<ILoggingEvent> catalog, String name, @Nullable String value) {
		if (value != null) {
			catalog.fixed(name, () -> value);
		}
		else {
			catalog.late(name);
		}
	}

	private static void addEvent(VariableCatalog<ILoggingEvent> catalog) {
		catalog.perEvent("level", (event) -> event.getLevel().levelStr)
			.perEvent("logger", ILoggingEvent::getLoggerName)
			.perEvent("logger", "{logger:N}", EventVariables::lastParts)
			.perEvent("thread", ILoggingEvent::getThreadName)
			.perEvent("marker", EventVariables::firstMarker)
			.perEvent("mdc", "{mdc:key}", (key) -> (event) -> event.getMDCPropertyMap().get(key))
			.perEvent("kv", "{kv:key}", (key) -> (event) -> keyValue(event, key))
			.perEvent("date", "{date:pattern}", Date::new);
	}

	private static Variable<ILoggingEvent> lastParts(String argument) {
		if (!argument.matches("[1-9]\\d?")) {
			throw new IllegalArgumentException("{logger:" + argument + "} needs a number of parts from 1 to 99.");
		}
		return new LastParts(Integer.parseInt(argument));
	}

	private static @Nullable String firstMarker(ILoggingEvent event) {
		List<Marker> markers = event.getMarkerList();
		return (markers != null && !markers.isEmpty()) ? markers.get(0).getName() : null;
	}

	private static @Nullable String keyValue(ILoggingEvent event, String key) {
		List<KeyValuePair> pairs = event.getKeyValuePairs();
		if (pairs != null) {
			for (KeyValuePair pair : pairs) {
				if (key.equals(pair.key) && pair.value != null) {
					return text(pair.value);
				}
			}
		}
		return null;
	}

	// A value that cannot be shown costs its place in the name, not the event.
	private static @Nullable String text(Object value) {
		try {
			return value.toString();
		}
		catch (RuntimeException | StackOverflowError ex) {
			return null;
		}
	}

	/**
	 * The logger's name, of which the last parts stand in names.
	 */
	private record LastParts(int parts) implements Variable<ILoggingEvent> {

		@Override
		public String valueFor(ILoggingEvent event) {
			return event.getLoggerName();
		}

		@Override
		public String inNames(String name) {
			int start = name.length();
			for (int part = 0; part < this.parts && start >= 0; part++) {
				start = name.lastIndexOf('.', start - 1);
			}
			return name.substring(start + 1);
		}

	}

	/**
	 * The event's own time.
	 */
	private static final class Date implements Variable<ILoggingEvent> {

		private final DateText text;

		Date(String pattern) {
			this.text = new DateText(pattern);
		}

		@Override
		public String valueFor(ILoggingEvent event) {
			return this.text.at(event.getTimeStamp());
		}

		@Override
		public String example() {
			return this.text.at(0);
		}

	}

}
