package io.github.cloudwatchlogging.logback;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import ch.qos.logback.classic.Level;
import io.github.cloudwatchlogging.aws.AssumedRole;
import io.github.cloudwatchlogging.logback.options.LoggersOptions;
import io.github.cloudwatchlogging.logback.options.RouteOptions;
import io.github.cloudwatchlogging.logback.routing.Routing;
import io.github.cloudwatchlogging.settings.InvalidSettingException;
import org.jspecify.annotations.Nullable;

/**
 * What a configuration file sets of the events that are taken, and of where they go,
 * before it is checked.
 */
final class RoutingOptions {

	String group = AppenderSettings.DEFAULT_GROUP;

	String stream = AppenderSettings.DEFAULT_STREAM;

	@Nullable String application;

	@Nullable String profile;

	@Nullable String version;

	@Nullable String level;

	LoggersOptions loggers = new LoggersOptions();

	final List<RouteOptions> routes = new ArrayList<>();

	ApplicationInfo application(@Nullable String region, @Nullable AssumedRole role) {
		return new ApplicationInfo(this.application, this.profile, this.version, region,
				(role != null) ? role.arn() : null);
	}

	Routing toRouting(ApplicationInfo info, boolean forAgent, FormatOptions format,
			UnaryOperator<@Nullable String> properties) {
		Routing.Builder routing = EventVariables.routing(info, properties, forAgent, this.group, this.stream)
			.level(level("level", this.level))
			.loggers(this.loggers.include(), this.loggers.exclude());
		for (int index = 0; index < this.routes.size(); index++) {
			RouteOptions route = this.routes.get(index);
			String setting = "routes[" + index + "]";
			routing.route(route.loggers(), level(setting + ".level", route.level()), route.group(), route.stream(),
					format.formatOf(route, setting), route.proceed());
		}
		return routing.build();
	}

	private static @Nullable Level level(String setting, @Nullable String name) {
		Level level = Level.toLevel(name, null);
		if (level == null && name != null) {
			throw new InvalidSettingException(setting, name, "There is no such level.",
					"Choose one of trace, debug, info, warn, error, off.");
		}
		return level;
	}

}
