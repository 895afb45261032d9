package io.github.cloudwatchlogging.agent.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a CloudWatch agent has to be told to read our files and to send their lines.
 * Immutable and thread-safe.
 */
public final class AgentConfiguration {

	/**
	 * Fits the time at the beginning of each line.
	 */
	static final String TIMESTAMP_FORMAT = "%Y-%m-%dT%H:%M:%S.%fZ";

	private final Map<String, Object> sections;

	private AgentConfiguration(Map<String, Object> sections) {
		this.sections = sections;
	}

	/**
	 * Returns the configuration.
	 * @param files the files of each destination
	 * @param properties what is said of the log groups
	 * @param connection how the service is reached
	 * @return the configuration
	 */
	public static AgentConfiguration of(List<CollectedFiles> files, LogGroupProperties properties,
			AgentConnection connection) {
		Map<String, Object> sections = new LinkedHashMap<>();
		if (connection.region() != null) {
			sections.put("agent", Map.of("region", connection.region()));
		}
		Map<String, Object> logs = new LinkedHashMap<>();
		putUnlessNull(logs, "endpoint_override", connection.endpoint());
		if (connection.roleArn() != null) {
			logs.put("credentials", Map.of("role_arn", connection.roleArn()));
		}
		logs.put("logs_collected", Map.of("files",
				Map.of("collect_list", files.stream().map((entry) -> entry(entry, properties)).toList())));
		sections.put("logs", logs);
		return new AgentConfiguration(sections);
	}

	private static Map<String, Object> entry(CollectedFiles files, LogGroupProperties properties) {
		Map<String, Object> entry = new LinkedHashMap<>();
		entry.put("file_path", files.pattern());
		// Without it the agent opens the newest file only.
		entry.put("publish_multi_logs", true);
		entry.put("log_group_name", files.destination().group());
		entry.put("log_stream_name", files.destination().stream());
		entry.put("timestamp_format", TIMESTAMP_FORMAT);
		entry.put("timezone", "UTC");
		putUnlessNull(entry, "retention_in_days", properties.retentionDays());
		putUnlessNull(entry, "log_group_class", properties.groupClass());
		putUnlessNull(entry, "service.name", properties.service());
		putUnlessNull(entry, "deployment.environment", properties.environment());
		return entry;
	}

	private static void putUnlessNull(Map<String, Object> target, String key, @Nullable Object value) {
		if (value != null) {
			target.put(key, value);
		}
	}

	/**
	 * Returns the configuration as its JSON has it.
	 * @return maps, lists, texts, whole numbers and booleans
	 */
	public Map<String, Object> asMap() {
		return Collections.unmodifiableMap(this.sections);
	}

	/**
	 * Returns the configuration as the agent reads it.
	 * @return JSON on several lines
	 */
	public String toJson() {
		return IndentedJson.write(this.sections);
	}

	/**
	 * Writes the configuration. Whoever reads the file meanwhile sees all of the old or
	 * all of the new one.
	 * @param file the file; its directory is made if it is missing
	 * @throws IOException if it cannot be written
	 */
	public void writeTo(Path file) throws IOException {
		Path absolute = file.toAbsolutePath();
		Path directory = absolute.getParent();
		if (directory == null) {
			throw new IOException("No file: " + file);
		}
		Files.createDirectories(directory);
		Path unfinished = Files.createTempFile(directory, absolute.getFileName().toString(), ".new");
		try {
			Files.writeString(unfinished, toJson());
			AgentReadable.make(unfinished);
			Files.move(unfinished, absolute, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
		}
		finally {
			Files.deleteIfExists(unfinished);
		}
	}

}
