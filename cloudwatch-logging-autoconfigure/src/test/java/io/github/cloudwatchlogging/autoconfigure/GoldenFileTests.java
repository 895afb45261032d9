package io.github.cloudwatchlogging.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.env.MapPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One event of each kind in each format, byte by byte. What a test compares with lies in
 * {@code src/test/resources/golden}, and what there was instead in {@code target/golden}.
 */
class GoldenFileTests {

	private static final JsonMapper JACKSON = JsonMapper.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.build();

	private static final Map<String, Object> CONFIGURED = Map.ofEntries(
			Map.entry("cloudwatch.logs.json.static-fields.service", "orders"),
			Map.entry("cloudwatch.logs.json.mdc.exclude", "spanId"),
			Map.entry("cloudwatch.logs.json.mdc.rename.traceId", "trace_id"),
			Map.entry("cloudwatch.logs.json.stack-trace.root-cause-first", true),
			Map.entry("cloudwatch.logs.json.stack-trace.max-depth", 1),
			Map.entry("cloudwatch.logs.json.stack-trace.exclude-frames", "java."),
			Map.entry("cloudwatch.logs.json.mask.names", "password"),
			Map.entry("cloudwatch.logs.json.mask.presets", "card-number,authorization,bearer-token"),
			Map.entry("cloudwatch.logs.json.pass-through", "metrics"));

	@ParameterizedTest
	@ValueSource(strings = { "json", "text", "ecs", "gelf", "logstash" })
	void aFormatIsWhatItWas(String format) throws IOException {
		compare(format, Map.of("cloudwatch.logs.format", format));
	}

	@Test
	void theConfiguredJsonIsWhatItWas() throws IOException {
		compare("json-configured", CONFIGURED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "json", "ecs", "gelf", "logstash" })
	void aLineOfJsonIsJson(String format) {
		messages(Map.of("cloudwatch.logs.format", format)).values()
			.forEach((message) -> assertThat(JACKSON.readTree(message).isObject()).isTrue());
	}

	@ParameterizedTest
	@ValueSource(strings = { "json", "json-configured" })
	void aLineOfOurJsonIsTheTreeThatItShouldBe(String name) throws IOException {
		Map<String, String> messages = messages(name.equals("json") ? Map.of() : CONFIGURED);
		JsonNode expected = JACKSON.readTree(Files.readString(golden(name + "-trees.json")));
		assertThat(messages.keySet()).containsExactlyElementsOf(expected.propertyNames());
		messages
			.forEach((kind, message) -> assertThat(JACKSON.readTree(message)).as(kind).isEqualTo(expected.get(kind)));
	}

	private static void compare(String name, Map<String, Object> properties) throws IOException {
		String actual = messages(properties).entrySet()
			.stream()
			.map((message) -> "# " + message.getKey() + "\n" + message.getValue() + "\n")
			.collect(Collectors.joining());
		Files.writeString(Files.createDirectories(Path.of("target", "golden")).resolve(name + ".txt"), actual);
		assertThat(actual).isEqualTo(Files.readString(golden(name + ".txt")));
	}

	private static Map<String, String> messages(Map<String, Object> properties) {
		return FormatSample.of(new MapPropertySource("test", properties), GoldenEvents.TIME);
	}

	private static Path golden(String name) {
		return Path.of("src", "test", "resources", "golden", name);
	}

}
