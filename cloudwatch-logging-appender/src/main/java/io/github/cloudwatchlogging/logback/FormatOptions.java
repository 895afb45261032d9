package io.github.cloudwatchlogging.logback;

import java.util.List;

import io.github.cloudwatchlogging.logback.format.EventFormat;
import io.github.cloudwatchlogging.logback.options.JsonOptions;
import io.github.cloudwatchlogging.logback.options.RouteOptions;
import io.github.cloudwatchlogging.settings.InvalidSettingException;
import org.jspecify.annotations.Nullable;

/**
 * What events look like, before it is checked: {@code <format>}, {@code <pattern>} and
 * {@code <json>}.
 */
final class FormatOptions {

	@Nullable String format;

	@Nullable String pattern;

	@Nullable JsonOptions json;

	EventFormat toFormat() {
		return toFormat(name(), this.pattern);
	}

	/**
	 * Returns the format of a route, or {@code null} if it has none of its own.
	 */
	@Nullable EventFormat formatOf(RouteOptions route, String setting) {
		String name = nameOf(route);
		if (name == null) {
			return null;
		}
		try {
			return toFormat(name, route.pattern());
		}
		catch (InvalidSettingException ex) {
			throw ex.below(setting);
		}
	}

	private String name() {
		return (this.format != null) ? this.format : EventFormat.JSON;
	}

	private static @Nullable String nameOf(RouteOptions route) {
		return (route.format() == null && route.pattern() != null) ? EventFormat.TEXT : route.format();
	}

	private EventFormat toFormat(String name, @Nullable String pattern) {
		EventFormat known = EventFormat.of(name, pattern,
				((this.json != null) ? this.json : new JsonOptions()).toSettings());
		if (known == null) {
			throw new InvalidSettingException("format", name, "There is no such format.",
					"Choose json or text, or give an encoder.");
		}
		return known;
	}

	/**
	 * Refuses what a CloudWatch agent cannot read.
	 */
	void refuseUnreadableForAgent(List<RouteOptions> routes) {
		AgentMode.refuseUnreadable("format", name());
		for (int index = 0; index < routes.size(); index++) {
			String name = nameOf(routes.get(index));
			if (name != null) {
				AgentMode.refuseUnreadable("routes[" + index + "].format", name);
			}
		}
	}

	/**
	 * Refuses to be ignored: what is masked here would not be masked by the encoder.
	 */
	void refuseBesideAnEncoder() {
		if (this.format != null || this.pattern != null || this.json != null) {
			throw new InvalidSettingException("format", name(), "An encoder is given as well, and would win.",
					"Remove the encoder, or format, pattern and json.");
		}
	}

}
