package io.github.cloudwatchlogging.autoconfigure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.status.Status;
import io.github.cloudwatchlogging.autoconfigure.MarkdownBlocks.Block;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each code block of each page, loaded or compiled; YAML by
 * {@link DocumentedPropertiesTests}. A block in a language that no test knows is a
 * failure, so that none can rot.
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

	static Stream<Block> xml() {
		return MarkdownBlocks.ofAllPages("xml");
	}

	static Stream<Block> gradle() {
		return MarkdownBlocks.ofAllPages("groovy", "kotlin");
	}

	static Stream<Block> java() {
		return MarkdownBlocks.ofAllPages("java");
	}

	static Stream<Block> json() {
		return MarkdownBlocks.ofAllPages("json");
	}

	static Stream<Block> shell() {
		return Stream.concat(MarkdownBlocks.ofAllPages(SHELL.toArray(String[]::new)),
				MarkdownBlocks.ofAllPages(QUERY_OR_COMMAND).filter((block) -> !isQuery(block)));
	}

	static Stream<Block> queries() {
		return MarkdownBlocks.ofAllPages(QUERY_OR_COMMAND).filter(DocumentedExamplesTests::isQuery);
	}

	private static boolean isQuery(Block block) {
		return block.text().matches("(?s)(fields|filter|stats|parse) .*");
	}

	@Test
	void eachBlockIsInALanguageThatATestLoadsOrCompiles() {
		Set<String> known = new HashSet<>(SHOWN);
		known.addAll(SHELL);
		known.addAll(Set.of("yaml", "xml", "groovy", "kotlin", "java", "json", QUERY_OR_COMMAND));
		assertThat(MarkdownBlocks.allPages().stream().flatMap(MarkdownBlocks::blocks)).hasSizeGreaterThan(50)
			.allSatisfy((block) -> assertThat(known).as(block.place()).contains(block.language()));
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
		assertThat(new JavaExample(block.text()).errors(this.temporary)).isEmpty();
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
	void eachLinkLeadsSomewhere() {
		Pattern link = Pattern.compile("\\]\\((?!https?:)([^)#]*)(?:#([^)]+))?\\)");
		for (MarkdownBlocks page : MarkdownBlocks.allPages()) {
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
