package io.github.cloudwatchlogging.autoconfigure.actuate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.cloudwatchlogging.agent.config.AgentConfiguration;
import io.github.cloudwatchlogging.event.AccountIds;

/**
 * The CloudWatch agent's configuration without the ids of accounts, which a role and
 * names can contain.
 */
final class AgentReport {

	private AgentReport() {
	}

	static Object of(AgentConfiguration configuration) {
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
