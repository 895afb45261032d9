package io.github.cloudwatchlogging.agent.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rules of the agent's published schema for what concerns files: allowed keys, types
 * and bounds. Written down from the schema of 2026; the agent refuses to start on what
 * breaks them.
 */
final class AgentSchema {

	private static final Set<Integer> RETENTIONS = Set.of(-1, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545,
			731, 1096, 1827, 2192, 2557, 2922, 3288, 3653);

	private static final Predicate<JsonNode> BOOLEAN = JsonNode::isBoolean;

	private static final Map<String, Predicate<JsonNode>> ENTRY = Map.ofEntries(Map.entry("file_path", text(0, 4096)),
			Map.entry("log_group_name", text(1, 512)), Map.entry("log_stream_name", text(1, 512)),
			Map.entry("log_group_class", text(1, 512)), Map.entry("multi_line_start_pattern", text(1, 4096)),
			Map.entry("timestamp_format", text(1, 4096)), Map.entry("timezone", oneOf("Local", "LOCAL", "UTC")),
			Map.entry("trim_timestamp", BOOLEAN), Map.entry("encoding", text(1, 4096)),
			Map.entry("auto_removal", BOOLEAN), Map.entry("backpressure_mode", oneOf("fd_release")),
			Map.entry("blacklist", text(1, 4096)), Map.entry("publish_multi_logs", BOOLEAN),
			Map.entry("retention_in_days", (value) -> value.isInt() && RETENTIONS.contains(value.asInt())),
			Map.entry("filters", JsonNode::isArray), Map.entry("service.name", text(1, 255)),
			Map.entry("deployment.environment", text(1, 259)));

	private static final Map<String, Predicate<JsonNode>> LOGS = Map.of("logs_collected", JsonNode::isObject,
			"metrics_collected", JsonNode::isObject, "log_stream_name", text(1, 512), "force_flush_interval",
			(value) -> value.isInt() && value.asInt() >= 1 && value.asInt() <= 172_800, "credentials",
			JsonNode::isObject, "endpoint_override", text(4, 2048), "service.name", text(1, 255),
			"deployment.environment", text(1, 259), "concurrency", (value) -> value.isInt() && value.asInt() >= 1);

	private static final Map<String, Predicate<JsonNode>> AGENT = Map.of("region", text(1, 64));

	private static final int MOST_ENTRIES = 16_384;

	private final List<String> violations = new ArrayList<>();

	private AgentSchema() {
	}

	/**
	 * Returns what breaks the rules.
	 */
	static List<String> violations(String configuration) {
		AgentSchema schema = new AgentSchema();
		schema.check(JsonMapper.shared().readTree(configuration));
		return schema.violations;
	}

	private void check(JsonNode root) {
		keys("", root, Map.of("agent", JsonNode::isObject, "logs", JsonNode::isObject));
		keys("agent", root.path("agent"), AGENT);
		keys("logs", root.path("logs"), LOGS);
		keys("credentials", root.at("/logs/credentials"), Map.of("role_arn", text(20, 2048)));
		keys("logs_collected", root.at("/logs/logs_collected"), Map.of("files", JsonNode::isObject));
		keys("files", root.at("/logs/logs_collected/files"), Map.of("collect_list", JsonNode::isArray));
		JsonNode list = root.at("/logs/logs_collected/files/collect_list");
		require(!list.isEmpty() && list.size() <= MOST_ENTRIES, "collect_list has " + list.size() + " entries");
		Set<JsonNode> distinct = new HashSet<>();
		list.forEach((entry) -> {
			require(distinct.add(entry), "collect_list has an entry twice");
			require(entry.has("file_path"), "an entry has no file_path");
			keys("collect_list", entry, ENTRY);
		});
		list.forEach((entry) -> require(
				!entry.path("auto_removal").asBoolean(false) || !entry.path("publish_multi_logs").asBoolean(false),
				"auto_removal does not work together with publish_multi_logs"));
	}

	private void keys(String section, JsonNode object, Map<String, Predicate<JsonNode>> allowed) {
		for (Map.Entry<String, JsonNode> member : object.properties()) {
			Predicate<JsonNode> rule = allowed.get(member.getKey());
			require(rule != null && rule.test(member.getValue()),
					section + "." + member.getKey() + " = " + member.getValue());
		}
	}

	private void require(boolean condition, String violation) {
		if (!condition) {
			this.violations.add(violation);
		}
	}

	private static Predicate<JsonNode> text(int least, int most) {
		return (value) -> value.isString() && value.asString().length() >= least && value.asString().length() <= most;
	}

	private static Predicate<JsonNode> oneOf(String... choices) {
		return (value) -> value.isString() && List.of(choices).contains(value.asString());
	}

}
