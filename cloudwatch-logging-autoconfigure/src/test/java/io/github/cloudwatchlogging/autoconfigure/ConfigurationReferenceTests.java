package io.github.cloudwatchlogging.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import io.github.cloudwatchlogging.aws.ClientSettings;
import io.github.cloudwatchlogging.aws.ClientSource;
import io.github.cloudwatchlogging.logback.AppenderSettings;
import io.github.cloudwatchlogging.logback.MetadataSettings;
import io.github.cloudwatchlogging.logback.format.EventFormat;
import io.github.cloudwatchlogging.settings.AgentSettings;
import io.github.cloudwatchlogging.settings.DeliverySettings;
import io.github.cloudwatchlogging.settings.EntitySettings;
import io.github.cloudwatchlogging.settings.JsonSettings;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * What is said about the properties in the metadata, which IDEs show, in the reference
 * and in the README, against each other and against the settings without Spring.
 */
class ConfigurationReferenceTests {

	private static final String PREFIX = "cloudwatch.logs.";

	private final Map<String, Property> metadata = metadata();

	@Test
	void theReferenceHasAllPropertiesWithTheirDefaults() throws IOException {
		Map<String, String> documented = rows(Path.of("..", "docs", "configuration.md"),
				"(?m)^\\| `([a-z.-]+)` \\|[^|]+\\|([^|]*)\\|[^|]+\\|[^|]*\\|$")
			.stream()
			.collect(Collectors.toMap((row) -> row.group(1), (row) -> row.group(2).strip().replace("`", "")));
		Map<String, String> actual = new TreeMap<>();
		this.metadata.forEach((name, property) -> actual.put(name, property.defaultValue()));
		assertThat(new TreeMap<>(documented)).isEqualTo(actual);
	}

	@Test
	void theReferenceHasNoRowThatIsNotRead() throws IOException {
		List<MatchResult> rows = rows(Path.of("..", "docs", "configuration.md"), "(?m)^\\| `.*$");
		assertThat(rows).hasSameSizeAs(this.metadata.entrySet());
	}

	@Test
	void eachPropertyHasADescriptionThatDoesNotRepeatItsDefault() {
		assertThat(this.metadata).hasSizeGreaterThan(30).allSatisfy((name, property) -> {
			assertThat(property.description()).endsWith(".").doesNotContainIgnoringCase("default is", "defaults to");
			if (!property.defaultValue().isEmpty()) {
				assertThat(List.of(property.description().split("[\\s,.]+"))).doesNotContain(property.defaultValue());
			}
		});
	}

	@Test
	void theDefaultsAreThoseOfAnAppenderWithoutSpring() {
		CloudWatchLogsProperties properties = bind(Map.of());
		AppenderSettings settings = AppenderSettingsFactory.create(properties, new MockEnvironment(),
				mock(ClientSource.class));
		assertThat(settings.delivery()).isEqualTo(DeliverySettings.DEFAULT);
		assertThat(settings.agent()).isNull();
		assertThat(AppenderSettingsFactory.create(bind(Map.of(PREFIX + "mode", "agent")), new MockEnvironment(),
				mock(ClientSource.class)))
			.extracting((agentMode) -> Objects.requireNonNull(agentMode.agent()).settings())
			.isEqualTo(AgentSettings.DEFAULT);
		assertThat(settings.entity()).isEqualTo(EntitySettings.NONE);
		assertThat(settings.shutdownTimeout()).isEqualTo(AppenderSettings.DEFAULT_SHUTDOWN_TIMEOUT);
		assertThat(settings.metadata().timeout()).isEqualTo(MetadataSettings.DEFAULT_TIMEOUT);
		assertThat(EventFormats.json(properties.json())).isEqualTo(JsonSettings.DEFAULT);
		assertThat(properties.format()).isEqualTo(EventFormat.JSON);
		assertThat(properties.group()).isEqualTo(AppenderSettings.DEFAULT_GROUP);
		assertThat(properties.stream()).isEqualTo(AppenderSettings.DEFAULT_STREAM);
		assertThat(AppenderSettingsFactory.client(properties)).isEqualTo(ClientSettings.DEFAULT);
	}

	@Test
	void theDefaultsOfTheMetadataAreThoseThatAreBound() {
		Map<String, String> defaults = this.metadata.entrySet()
			.stream()
			.filter((property) -> !property.getValue().defaultValue().isEmpty())
			.collect(Collectors.toMap((property) -> PREFIX + property.getKey(),
					(property) -> property.getValue().defaultValue()));
		assertThat(bind(defaults)).isEqualTo(bind(Map.of()));
	}

	private static CloudWatchLogsProperties bind(Map<String, String> properties) {
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("cloudwatch.logs",
				CloudWatchLogsProperties.class);
	}

	private static List<MatchResult> rows(Path document, String row) throws IOException {
		return Pattern.compile(row).matcher(Files.readString(document)).results().toList();
	}

	private static Map<String, Property> metadata() {
		JsonNode root = JsonMapper.shared()
			.readTree(Path.of("target", "classes", "META-INF", "spring-configuration-metadata.json").toFile());
		return StreamSupport.stream(root.path("properties").spliterator(), false)
			.filter((property) -> property.path("name").asString().startsWith(PREFIX))
			.collect(Collectors.toMap((property) -> property.path("name").asString().substring(PREFIX.length()),
					(property) -> new Property(property.path("description").asString(""),
							property.path("defaultValue").asString(""))));
	}

	private record Property(String description, String defaultValue) {

	}

}
