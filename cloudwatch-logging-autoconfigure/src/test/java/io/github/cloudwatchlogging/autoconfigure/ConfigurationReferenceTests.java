package io.github.cloudwatchlogging.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
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

	@Test
	void eachHintIsForAPropertyThatThereIs() {
		assertThat(hints()).hasSizeGreaterThan(20)
			.allSatisfy((hint) -> assertThat(this.metadata).containsKey(hint.property()));
	}

	@Test
	void eachValueThatIsHintedAtCanBeSet() {
		for (Hint hint : hints()) {
			assertThat(hint.providers()).isSubsetOf("any", "class-reference", "logger-name");
			for (String value : hint.values()) {
				Map<String, String> properties = new TreeMap<>(Map.of(hint.toSet(value), hint.valueFor(value)));
				if (hint.property().equals("pattern")) {
					properties.put(PREFIX + "format", "text");
				}
				if (hint.property().equals("entity.key-attributes")) {
					properties.putAll(Map.of(PREFIX + "entity.key-attributes.Type", "Service",
							PREFIX + "entity.key-attributes.Name", "orders"));
				}
				assertThatCode(() -> AppenderSettingsFactory.create(bind(properties), new MockEnvironment(),
						mock(ClientSource.class)))
					.as(hint.name() + " " + value)
					.doesNotThrowAnyException();
			}
		}
	}

	@Test
	void theHintsForAnEnumDescribeAllItsConstants() {
		Map<String, Hint> hints = hints().stream().collect(Collectors.toMap(Hint::name, (hint) -> hint));
		Map<String, Property> enums = new TreeMap<>(this.metadata);
		enums.values().removeIf((property) -> property.constants().isEmpty());
		assertThat(enums).hasSizeGreaterThan(6).allSatisfy((name, property) -> {
			Hint hint = Objects.requireNonNull(hints.get(name), name);
			assertThat(hint.values()).containsExactlyElementsOf(property.constants());
			assertThat(hint.descriptions()).hasSameSizeAs(property.constants())
				.allMatch((description) -> description.endsWith("."));
		});
	}

	@Test
	void aPropertyThatIsDeprecatedNamesWhatTakesItsPlace() {
		assertThat(deprecationFaults(metadataDocument())).isEmpty();
		assertThat(deprecationFaults(JsonMapper.shared()
			.readTree(
					"""
							{"properties": [
								{"name": "cloudwatch.logs.group"},
								{"name": "cloudwatch.logs.a", "deprecation": {"replacement": "cloudwatch.logs.group", "since": "1"}},
								{"name": "cloudwatch.logs.b", "deprecation": {"replacement": "cloudwatch.logs.c", "since": "1"}},
								{"name": "cloudwatch.logs.d", "deprecation": {"reason": "Not needed.", "since": "1"}},
								{"name": "cloudwatch.logs.e", "deprecation": {"since": "1"}},
								{"name": "cloudwatch.logs.f", "deprecation": {"replacement": "cloudwatch.logs.group"}}
							]}""")))
			.containsExactly("cloudwatch.logs.b", "cloudwatch.logs.e", "cloudwatch.logs.f");
	}

	// Spring Boot's own migrator tells users no more than stands there.
	private static List<String> deprecationFaults(JsonNode document) {
		List<JsonNode> properties = document.path("properties").valueStream().toList();
		List<String> names = properties.stream().map((property) -> property.path("name").asString()).toList();
		return properties.stream().filter((property) -> property.has("deprecation")).filter((property) -> {
			JsonNode deprecation = property.path("deprecation");
			boolean helpful = deprecation.has("replacement")
					? names.contains(deprecation.path("replacement").asString()) : deprecation.has("reason");
			return !helpful || !deprecation.has("since");
		}).map((property) -> property.path("name").asString()).toList();
	}

	private static List<Hint> hints() {
		return metadataDocument().path("hints").valueStream().map((hint) -> {
			List<JsonNode> values = hint.path("values").valueStream().toList();
			return new Hint(hint.path("name").asString().substring(PREFIX.length()),
					values.stream().map((value) -> value.path("value").asString()).toList(),
					values.stream()
						.filter((value) -> value.has("description"))
						.map((value) -> value.path("description").asString())
						.toList(),
					hint.path("providers").valueStream().map((provider) -> provider.path("name").asString()).toList());
		}).toList();
	}

	private static CloudWatchLogsProperties bind(Map<String, String> properties) {
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("cloudwatch.logs",
				CloudWatchLogsProperties.class);
	}

	private static List<MatchResult> rows(Path document, String row) throws IOException {
		return Pattern.compile(row).matcher(Files.readString(document)).results().toList();
	}

	private static Map<String, Property> metadata() {
		return metadataDocument().path("properties")
			.valueStream()
			.filter((property) -> property.path("name").asString().startsWith(PREFIX))
			.filter((property) -> !property.path("deprecation").path("level").asString("").equals("error"))
			.collect(Collectors.toMap((property) -> property.path("name").asString().substring(PREFIX.length()),
					(property) -> new Property(property.path("type").asString(""),
							property.path("description").asString(""), property.path("defaultValue").asString(""))));
	}

	private static JsonNode metadataDocument() {
		return JsonMapper.shared()
			.readTree(Path.of("target", "classes", "META-INF", "spring-configuration-metadata.json").toFile());
	}

	private record Property(String type, String description, String defaultValue) {

		/**
		 * The words for the constants of our own enums, as they are written in
		 * properties.
		 */
		List<String> constants() {
			Matcher ours = Pattern.compile("io\\.github\\.[\\w.]+$").matcher(this.type.replace(">", ""));
			if (!ours.find()) {
				return List.of();
			}
			Object[] constants = ClassUtils.resolveClassName(ours.group(), null).getEnumConstants();
			return Stream.of((constants != null) ? constants : new Object[0])
				.map((constant) -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-'))
				.toList();
		}

	}

	private record Hint(String name, List<String> values, List<String> descriptions, List<String> providers) {

		String property() {
			return this.name.replaceFirst("\\.(keys|values)$", "");
		}

		String toSet(String value) {
			return PREFIX + (this.name.endsWith(".keys") ? property() + "." + value : property());
		}

		String valueFor(String value) {
			return this.name.endsWith(".keys") ? "x" : value;
		}

	}

}
