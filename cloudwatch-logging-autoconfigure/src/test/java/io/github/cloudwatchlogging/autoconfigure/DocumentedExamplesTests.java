package io.github.cloudwatchlogging.autoconfigure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.status.Status;
import io.github.cloudwatchlogging.aws.ClientSource;
import io.github.cloudwatchlogging.autoconfigure.MarkdownBlocks.Block;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
 * Each code block of each page, loaded or compiled. A block in a language that no test
 * here knows is a failure, so that none can rot.
 */
class DocumentedExamplesTests {

	private static final String QUERY_OR_COMMAND = "";

	/**
	 * Text and pictures, which other tests hold to what is printed, or nobody runs.
	 */
	private static final Set<String> SHOWN = Set.of("text", "mermaid");

	private static final Set<String> SHELL = Set.of("sh", "shell");

	private static final Set<String> FIELDS = Set.of("@timestamp", "@logStream", "logger", "level", "thread", "message",
			"exception.type", "exception.message", "traceId", "tenant", "truncatedBytes", "eventId", "user_id",
			"response_time_ms");

	@TempDir
	private Path temporary;

	static Stream<Block> blocks(String... languages) {
		return MarkdownBlocks.ofAllPages()
			.stream()
			.flatMap(MarkdownBlocks::blocks)
			.filter((block) -> Set.of(languages).contains(block.language()));
	}

	static Stream<Block> yaml() {
		return blocks("yaml");
	}

	static Stream<Block> xml() {
		return blocks("xml");
	}

	static Stream<Block> gradle() {
		return blocks("groovy", "kotlin");
	}

	static Stream<Block> java() {
		return blocks("java");
	}

	static Stream<Block> json() {
		return blocks("json");
	}

	static Stream<Block> shell() {
		return Stream.concat(blocks(SHELL.toArray(String[]::new)),
				blocks(QUERY_OR_COMMAND).filter((block) -> !isQuery(block)));
	}

	static Stream<Block> queries() {
		return blocks(QUERY_OR_COMMAND).filter(DocumentedExamplesTests::isQuery);
	}

	private static boolean isQuery(Block block) {
		return block.text().matches("(?s)(fields|filter|stats|parse) .*");
	}

	@Test
	void eachBlockIsInALanguageThatATestLoadsOrCompiles() {
		Set<String> known = new HashSet<>(SHOWN);
		known.addAll(SHELL);
		known.addAll(Set.of("yaml", "xml", "groovy", "kotlin", "java", "json", QUERY_OR_COMMAND));
		assertThat(MarkdownBlocks.ofAllPages().stream().flatMap(MarkdownBlocks::blocks)).hasSizeGreaterThan(50)
			.allSatisfy((block) -> assertThat(known).as(block.place()).contains(block.language()));
	}

	@ParameterizedTest
	@MethodSource("yaml")
	void eachYamlHasPropertiesThatAreKnownAndSettingsThatStart(Block block) throws IOException {
		List<PropertySource<?>> sources = load(block);
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
		for (Block block : MarkdownBlocks.of("docs/configuration.md").blocks().toList()) {
			examples.addAll(names(load(block)));
		}
		Set<String> properties = new TreeSet<>(knownProperties());
		properties.removeIf((name) -> !name.startsWith("cloudwatch.logs."));
		assertThat(properties).hasSizeGreaterThan(60)
			.allMatch((property) -> examples.stream()
				.anyMatch((example) -> example.equals(property) || example.startsWith(property + ".")
						|| example.startsWith(property + "[")));
	}

	private static List<PropertySource<?>> load(Block block) throws IOException {
		return new YamlPropertySourceLoader().load("page",
				new ByteArrayResource(block.text().getBytes(StandardCharsets.UTF_8)));
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

	@ParameterizedTest
	@MethodSource("xml")
	void eachXmlIsOurDependencyOrAConfigurationThatStarts(Block block) throws Exception {
		if (block.text().startsWith("<dependency>")) {
			assertThat(coordinates(block.text())).matches("io\\.github\\.cloudwatchlogging:[a-z-]+:[0-9].*");
			assertPublished(coordinates(block.text()));
			return;
		}
		LoggerContext context = PlainLogback.load(configuration(block.text()),
				Map.of("POD_NAME", "pod-1", "aws.disableEc2Metadata", "true"));
		try {
			assertThat(context.getStatusManager().getCopyOfStatusList())
				.filteredOn((status) -> status.getLevel() >= Status.WARN)
				.isEmpty();
		}
		finally {
			context.stop();
		}
	}

	private String configuration(String text) {
		String mine = text.replaceAll("<directory>/[^<]*</directory>",
				"<directory>" + this.temporary.resolve("of-the-example") + "</directory>");
		if (mine.startsWith("<configuration>")) {
			return mine;
		}
		boolean option = !mine.startsWith("<conversionRule");
		return "<configuration>"
				+ (option ? "<appender name=\"C\" class=\"io.github.cloudwatchlogging.logback.CloudWatchAppender\">"
						+ mine + "</appender><root level=\"INFO\"><appender-ref ref=\"C\"/></root>" : mine)
				+ "</configuration>";
	}

	private static String coordinates(String dependency) {
		return element(dependency, "groupId") + ":" + element(dependency, "artifactId") + ":"
				+ element(dependency, "version");
	}

	@ParameterizedTest
	@MethodSource("gradle")
	void eachGradleDependencyIsOurs(Block block) throws Exception {
		List<String> dependencies = Pattern.compile("[\"'](io\\.github\\.cloudwatchlogging:[^\"']+)[\"']")
			.matcher(block.text())
			.results()
			.map((match) -> match.group(1))
			.toList();
		assertThat(dependencies).isNotEmpty();
		for (String dependency : dependencies) {
			assertPublished(dependency);
		}
	}

	private static void assertPublished(String coordinates) throws IOException {
		String[] parts = coordinates.split(":", -1);
		assertThat(MarkdownBlocks.read("pom.xml")).contains("<module>" + parts[1] + "</module>")
			.contains("<version>" + parts[2] + "</version>");
	}

	private static String element(String xml, String name) {
		return Pattern.compile("<" + name + ">([^<]+)</" + name + ">")
			.matcher(xml)
			.results()
			.map((match) -> match.group(1))
			.findFirst()
			.orElse("");
	}

	@ParameterizedTest
	@MethodSource("java")
	void eachJavaCompiles(Block block) throws Exception {
		assertThat(new JavaExample(block.text()).errors()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("json")
	void eachJsonIsRead(Block block) {
		assertThat(JsonMapper.shared().readTree(block.text()).isObject()).isTrue();
	}

	@ParameterizedTest
	@MethodSource("shell")
	void eachCommandIsReadByAShell(Block block) throws Exception {
		Process shell = new ProcessBuilder("sh", "-n").redirectErrorStream(true).start();
		try (var input = shell.outputWriter()) {
			input.write(block.text());
		}
		assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).isEmpty();
		assertThat(shell.waitFor(30, TimeUnit.SECONDS)).isTrue();
		assertThat(shell.exitValue()).isZero();
	}

	@ParameterizedTest
	@MethodSource("queries")
	void eachQueryAsksForFieldsThatEventsHave(Block block) {
		String names = block.text()
			.replaceAll("\"[^\"]*\"|/[^/\n]+/", "")
			.replaceAll("\\b(count|bin|latest|sum|ispresent|pct|max)\\(", "(")
			.replaceAll("\\bas \\w+", "")
			.replaceAll("\\b(fields|filter|stats|sort|limit|dedup|by|desc|asc|or|and|not|like|copies|lines|errors"
					+ "|5m|\\d+)\\b", "");
		assertThat(Pattern.compile("@?[A-Za-z][A-Za-z._]*").matcher(names).results().map(MatchResult::group))
			.isNotEmpty()
			.isSubsetOf(FIELDS);
	}

	@Test
	void eachPropertyThatIsNamedInASentenceExists() throws IOException {
		Set<String> known = knownProperties();
		known.addAll(meters());
		Pattern named = Pattern
			.compile("`(?:cloudwatch\\.logs\\.)?((?:agent|batch|buffer|console|create|credentials|delivery"
					+ "|entity|health|json|loggers|metadata|metrics|retry|shutdown|spool)\\.[a-z.-]*)(?:[:=*{][^`]*)?`");
		for (MarkdownBlocks page : MarkdownBlocks.ofAllPages()) {
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

	@Test
	void eachLinkLeadsSomewhere() {
		Pattern link = Pattern.compile("\\]\\((?!https?:)([^)#]*)(?:#([^)]+))?\\)");
		for (MarkdownBlocks page : MarkdownBlocks.ofAllPages()) {
			link.matcher(page.prose()).results().forEach((match) -> {
				Path target = match.group(1).isEmpty() ? page.page()
						: Objects.requireNonNull(page.page().getParent()).resolve(match.group(1));
				assertThat(target).as(page.page() + ": " + match.group()).exists();
				if (match.group(2) != null) {
					assertThat(MarkdownBlocks.anchors(target)).as(page.page() + ": " + match.group())
						.contains(match.group(2));
				}
			});
		}
	}

}
