package io.github.cloudwatchlogging.autoconfigure.actuate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.cloudwatchlogging.agent.config.AgentConfiguration;
import io.github.cloudwatchlogging.event.AccountIds;
import io.github.cloudwatchlogging.logback.AppenderSettings;
import org.jspecify.annotations.Nullable;

/**
 * The CloudWatch agent's configuration without the ids of accounts, which a role and
 * names can contain.
 */
final class AgentReport {

	private AgentReport() {
	}

	/**
	 * Returns the configuration for the agent, or by the appenders' names where several
	 * have one, or {@code null} where none has.
	 */
	static @Nullable Object of(List<AppenderStatus> appenders) {
		Map<String, Object> reports = new LinkedHashMap<>();
		for (AppenderStatus appender : appenders) {
			AppenderSettings settings = appender.settings();
			AgentConfiguration configuration = (settings != null) ? settings.agentConfiguration() : null;
			if (configuration != null) {
				reports.put(appender.name(), of(configuration));
			}
		}
		if (reports.isEmpty()) {
			return null;
		}
		return (reports.size() == 1) ? reports.values().iterator().next() : reports;
	}

	private static Object of(AgentConfiguration configuration) {
		return withoutAccountIds(configuration.asMap());
	}

	private static Object withoutAccountIds(Object value) {
		if (value instanceof Map<?, ?> members) {
			Map<Object, Object> report = new LinkedHashMap<>();
			members.forEach((name, member) -> report.put(name, withoutAccountIds(member)));
			return report;
		}
		if (value instanceof List<?> elements) {
			return elements.stream().map(AgentReport::withoutAccountIds).toList();
		}
		return (value instanceof String text) ? AccountIds.hide(text) : value;
	}

}
