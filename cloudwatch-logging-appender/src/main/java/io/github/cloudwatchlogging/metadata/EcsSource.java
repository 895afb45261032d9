package io.github.cloudwatchlogging.metadata;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The labels of a container in an ECS task, from the task metadata endpoint, version 4.
 * They are the same on EC2 and on Fargate, but for a cluster that may be named by its
 * ARN.
 */
final class EcsSource implements MetadataSource {

	private static final String LABEL = "com.amazonaws.ecs.";

	private final @Nullable String endpoint;

	EcsSource(Environment environment) {
		this.endpoint = environment.first("ECS_CONTAINER_METADATA_URI_V4");
	}

	@Override
	public String platform() {
		return "ECS";
	}

	@Override
	public Set<String> variables() {
		return Set.of("ecs:cluster", "ecs:task-id", "ecs:container", "region", "account", "instance");
	}

	@Override
	public Map<String, String> read() throws IOException {
		return (this.endpoint != null) ? values(MetadataHttp.call("GET", URI.create(this.endpoint), Map.of()))
				: Map.of();
	}

	private static Map<String, String> values(@Nullable String container) {
		Map<String, String> values = new HashMap<>();
		Environment.put(values, "ecs:cluster", lastPart(MetadataHttp.member(container, LABEL + "cluster")));
		Environment.put(values, "ecs:container", MetadataHttp.member(container, LABEL + "container-name"));
		String task = MetadataHttp.member(container, LABEL + "task-arn");
		Environment.put(values, "ecs:task-id", lastPart(task));
		Environment.put(values, "instance", lastPart(task));
		String[] arn = (task != null) ? task.split(":", 6) : new String[0];
		if (arn.length == 6) {
			Environment.put(values, "region", arn[3]);
			Environment.put(values, "account", arn[4]);
		}
		return values;
	}

	private static @Nullable String lastPart(@Nullable String arn) {
		return (arn != null) ? arn.substring(arn.lastIndexOf('/') + 1) : null;
	}

}
