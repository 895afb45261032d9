package io.github.cloudwatchlogging.autoconfigure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.github.cloudwatchlogging.aws.ClientSource;
import io.github.cloudwatchlogging.autoconfigure.MarkdownBlocks.Block;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.mockito.Mockito.mock;

/**
 * The properties that the pages show and name: they exist, and their values start.
 */
class DocumentedPropertiesTests {

	static Stream<Block> yaml() {
		return MarkdownBlocks.ofAllPages("yaml");
	}

	@ParameterizedTest
	@MethodSource("yaml")
	void eachYamlHasPropertiesThatAreKnownAndSettingsThatStart(Block block) throws IOException {
		List<PropertySource<?>> sources = load(block.text());
		assertThat(names(sources)).isNotEmpty();
		Set<String> known = knownProperties();
		assertThat(names(sources)).allMatch((name) -> isKnown(name, known));
		StandardEnvironment environment = new StandardEnvironment();
		sources.forEach(environment.getPropertySources()::addFirst);
		CloudWatchLogsProperties properties = new Binder(ofTheAppender(sources)).bindOrCreate("cloudwatch.logs",
				Bindable.of(CloudWatchLogsProperties.class), new NoUnboundElementsBindHandler(BindHandler.DEFAULT));
		Throwable refusal = catchThrowable(
				() -> AppenderSettingsFactory.create(properties, environment, mock(ClientSource.class)));
		// A role takes a module that these tests do not have.
		if (properties.credentials().roleArn() != null) {
			assertThat(refusal).hasMessageContaining("software.amazon.awssdk:sts");
		}
		else {
			assertThat(refusal).isNull();
		}
	}

	@Test
	void theReferenceHasAnExampleOfEachProperty() throws IOException {
		Set<String> examples = new HashSet<>();
		for (String yaml : MarkdownBlocks.of("docs/configuration.md").in("yaml")) {
			examples.addAll(names(load(yaml)));
		}
		Set<String> properties = new TreeSet<>(knownProperties());
		properties.removeIf((name) -> !name.startsWith("cloudwatch.logs."));
		assertThat(properties).hasSizeGreaterThan(60)
			.allMatch((property) -> examples.stream()
				.anyMatch((example) -> example.equals(property) || example.startsWith(property + ".")
						|| example.startsWith(property + "[")));
	}

	private static List<PropertySource<?>> load(String yaml) throws IOException {
		return new YamlPropertySourceLoader().load("page",
				new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)));
	}

	private static List<String> names(List<PropertySource<?>> sources) {
		return sources.stream()
			.flatMap((source) -> Stream.of(((EnumerablePropertySource<?>) source).getPropertyNames()))
			.toList();
	}

	// Health and metrics have properties of their own below the same prefix.
	private static List<ConfigurationPropertySource> ofTheAppender(List<PropertySource<?>> sources) {
		return StreamSupport.stream(ConfigurationPropertySources.from(sources).spliterator(), false)
			.map((source) -> source
				.filter((name) -> !name.toString().matches("cloudwatch\\.logs\\.(health|metrics)\\..*")))
			.toList();
	}

	private static boolean isKnown(String name, Set<String> known) {
		String property = name;
		while (!known.contains(property)) {
			int end = Math.max(property.lastIndexOf('.'), property.lastIndexOf('['));
			if (end < 0) {
				return false;
			}
			property = property.substring(0, end);
		}
		// What is below a known name is a map's key, an index, or an element's member.
		return true;
	}

	private static Set<String> knownProperties() throws IOException {
		Set<String> names = new HashSet<>();
		for (Resource metadata : new PathMatchingResourcePatternResolver()
			.getResources("classpath*:META-INF/*spring-configuration-metadata.json")) {
			JsonMapper.shared()
				.readTree(metadata.getContentAsByteArray())
				.path("properties")
				.forEach((property) -> names.add(property.path("name").asString()));
		}
		return names;
	}

	@Test
	void eachPropertyThatIsNamedInASentenceExists() throws IOException {
		Set<String> known = knownProperties();
		known.addAll(meters());
		Pattern named = Pattern
			.compile("`(?:cloudwatch\\.logs\\.)?((?:agent|batch|buffer|console|create|credentials|delivery"
					+ "|entity|health|json|loggers|metadata|metrics|retry|shutdown|spool)\\.[a-z.-]*)(?:[:=*{][^`]*)?`");
		for (MarkdownBlocks page : MarkdownBlocks.allPages()) {
			assertThat(named.matcher(page.prose()).results().map((match) -> "cloudwatch.logs." + match.group(1)))
				.as(page.page().toString())
				.allMatch((name) -> name.endsWith(".") ? known.stream().anyMatch((other) -> other.startsWith(name))
						: isKnown(name, known) || known.stream().anyMatch((other) -> other.startsWith(name + ".")));
		}
	}

	private static List<String> meters() {
		return Pattern.compile("(?m)^\\| `(cloudwatch\\.logs\\.[a-z.]+)`")
			.matcher(MarkdownBlocks.read("docs/operations.md"))
			.results()
			.map((row) -> row.group(1))
			.toList();
	}

}
