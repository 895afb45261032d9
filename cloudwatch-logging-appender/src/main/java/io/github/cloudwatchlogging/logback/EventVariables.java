package io.github.cloudwatchlogging.logback;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.function.UnaryOperator;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.github.cloudwatchlogging.template.Variable;
import io.github.cloudwatchlogging.template.VariableCatalog;
import org.jspecify.annotations.Nullable;

/**
 * The variables of group and stream templates.
 */
public final class EventVariables {

	private EventVariables() {
	}

	/**
	 * Returns the variables that need no framework.
	 * @param application the application's name, or {@code null} if it has none
	 * @param property from a property's name to its value
	 * @return a new catalog, to which more can be added
	 */
	public static VariableCatalog<ILoggingEvent> catalog(@Nullable String application,
			UnaryOperator<@Nullable String> property) {
		return new VariableCatalog<ILoggingEvent>()
			.fixed("application", () -> (application != null && !application.isBlank()) ? application : "application")
			.fixed("hostname", HostName::get)
			.fixed("pid", () -> Long.toString(ProcessHandle.current().pid()))
			.fixed("uuid", () -> UUID.randomUUID().toString())
			.fixed("env", "{env:NAME:default}", (argument) -> withDefault(argument, System::getenv))
			.fixed("property", "{property:key:default}", (argument) -> withDefault(argument, property))
			.perEvent("level", (event) -> event.getLevel().levelStr)
			.perEvent("logger", ILoggingEvent::getLoggerName)
			.perEvent("logger", "{logger:N}", EventVariables::lastParts)
			.perEvent("thread", ILoggingEvent::getThreadName)
			.perEvent("mdc", "{mdc:key}", (key) -> (event) -> event.getMDCPropertyMap().get(key))
			.perEvent("kv", "{kv:key}", (key) -> (event) -> keyValue(event, key))
			.perEvent("date", "{date:pattern}", EventVariables::date);
	}

	private static @Nullable String withDefault(String argument, UnaryOperator<@Nullable String> source) {
		int colon = argument.indexOf(':');
		String value = source.apply((colon < 0) ? argument : argument.substring(0, colon));
		return (value != null || colon < 0) ? value : argument.substring(colon + 1);
	}

	private static Variable<ILoggingEvent> lastParts(String argument) {
		if (!argument.matches("[1-9]\\d?")) {
			throw new IllegalArgumentException("{logger:" + argument + "} needs a number of parts from 1 to 99.");
		}
		int parts = Integer.parseInt(argument);
		return (event) -> {
			String name = event.getLoggerName();
			int start = name.length();
			for (int part = 0; part < parts && start >= 0; part++) {
				start = name.lastIndexOf('.', start - 1);
			}
			return name.substring(start + 1);
		};
	}

	private static @Nullable String keyValue(ILoggingEvent event, String key) {
		if (event.getKeyValuePairs() == null) {
			return null;
		}
		return event.getKeyValuePairs()
			.stream()
			.filter((pair) -> key.equals(pair.key) && pair.value != null)
			.map((pair) -> pair.value.toString())
			.findFirst()
			.orElse(null);
	}

	private static Variable<ILoggingEvent> date(String pattern) {
		DateTimeFormatter formatter = DateTimeFormatter.ofPattern(pattern).withZone(ZoneOffset.UTC);
		if (formatter.format(Instant.EPOCH).isEmpty()) {
			throw new IllegalArgumentException("{date:} needs a pattern such as {date:yyyy-MM-dd}.");
		}
		return (event) -> formatter.format(Instant.ofEpochMilli(event.getTimeStamp()));
	}

}
