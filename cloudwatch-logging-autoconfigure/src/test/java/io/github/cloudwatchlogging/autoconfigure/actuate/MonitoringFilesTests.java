package io.github.cloudwatchlogging.autoconfigure.actuate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.github.cloudwatchlogging.test.junit.CloudWatchLogsExtension;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The dashboard, the alert rules and the table of meters against what a real application
 * shows to Prometheus.
 */
class MonitoringFilesTests {

	private static final Path DOCS = Path.of("..", "docs");

	private static final Path DASHBOARD = DOCS.resolve("monitoring/grafana-dashboard.json");

	private static final Path RULES = DOCS.resolve("monitoring/prometheus-rules.yml");

	private static final Pattern SERIES = Pattern.compile("cloudwatch_logs_\\w+");

	private static final Pattern LABEL = Pattern.compile("\\b(cause|outcome)=\"([^\"$]+)\"");

	@RegisterExtension
	static final CloudWatchLogsExtension logs = new CloudWatchLogsExtension();

	@TempDir
	static Path directory;

	private static String scrape = "";

	private static Set<String> meters = Set.of();

	@BeforeAll
	static void scrapeAnApplicationThatHasDelivered() {
		try (ActuatorApplication application = ActuatorApplication.start(logs.server(),
				"--cloudwatch.logs.spool.enabled=true", "--cloudwatch.logs.spool.directory=" + directory.resolve("s"),
				"--cloudwatch.logs.metrics.per-stream=true")) {
			LoggerFactory.getLogger("shop").info("measured");
			application.post("cloudwatchlogs", "{}");
			scrape = application.get("prometheus").body();
			meters = application.bean(MeterRegistry.class)
				.getMeters()
				.stream()
				.map(Meter::getId)
				.map(Meter.Id::getName)
				.filter((name) -> name.startsWith("cloudwatch.logs."))
				.collect(Collectors.toSet());
		}
	}

	@AfterAll
	static void forget() {
		scrape = "";
		meters = Set.of();
	}

	@Test
	void eachSeriesAndLabelOfTheDashboardExists() throws IOException {
		assertExists(expressions(JsonMapper.shared().readTree(Files.readString(DASHBOARD))));
	}

	@Test
	void eachSeriesAndLabelOfTheAlertRulesExists() throws IOException {
		assertExists(rules().stream().map((rule) -> String.valueOf(rule.get("expr"))).toList());
	}

	private static void assertExists(List<String> expressions) {
		assertThat(expressions).hasSizeGreaterThan(5);
		Set<String> shown = new TreeSet<>(all(SERIES, scrape, 0));
		Set<String> labels = new TreeSet<>(all(LABEL, scrape, 0));
		for (String expression : expressions) {
			assertThat(all(SERIES, expression, 0)).as(expression).isNotEmpty().isSubsetOf(shown);
			assertThat(all(LABEL, expression, 0)).as(expression).isSubsetOf(labels);
		}
	}

	@Test
	void eachPanelHasItsOwnIdATitleAndAUnit() throws IOException {
		JsonNode panels = JsonMapper.shared().readTree(Files.readString(DASHBOARD)).path("panels");
		List<Integer> ids = new ArrayList<>();
		for (JsonNode panel : panels) {
			ids.add(panel.path("id").asInt());
			assertThat(panel.path("title").asString()).isNotBlank();
			assertThat(panel.at("/fieldConfig/defaults/unit").asString()).isNotBlank();
		}
		assertThat(ids).hasSizeGreaterThan(5).doesNotHaveDuplicates();
	}

	@Test
	void eachAlertSaysWhatItMeansAndWhatToDo() throws IOException {
		assertThat(rules()).allSatisfy((rule) -> {
			assertThat(rule).containsKeys("alert", "expr", "labels");
			assertThat((Map<?, ?>) rule.get("annotations")).extracting("summary", "description").doesNotContainNull();
		});
	}

	@Test
	void theTableHasEachMeterAndNoOther() throws IOException {
		String guide = Files.readString(DOCS.resolve("operations.md"));
		List<String> documented = all(Pattern.compile("^\\| `(cloudwatch\\.logs\\.[a-z.]+)`", Pattern.MULTILINE), guide,
				1);
		assertThat(documented).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(meters);
	}

	private static List<String> expressions(JsonNode dashboard) {
		List<String> expressions = new ArrayList<>();
		for (JsonNode panel : dashboard.path("panels")) {
			assertThat(panel.path("targets")).isNotEmpty();
			for (JsonNode target : panel.path("targets")) {
				expressions.add(target.path("expr").asString());
			}
		}
		for (JsonNode variable : dashboard.at("/templating/list")) {
			if (variable.path("type").asString().equals("query")) {
				expressions.add(variable.at("/query/query").asString());
			}
		}
		return expressions;
	}

	@SuppressWarnings("unchecked")
	private static List<Map<String, Object>> rules() throws IOException {
		Map<String, List<Map<String, Object>>> file = new Yaml().load(Files.readString(RULES));
		List<Map<String, Object>> rules = new ArrayList<>();
		for (Map<String, Object> group : file.getOrDefault("groups", List.of())) {
			rules.addAll((List<Map<String, Object>>) group.get("rules"));
		}
		return rules;
	}

	private static List<String> all(Pattern pattern, String text, int group) {
		return pattern.matcher(text).results().map((MatchResult result) -> result.group(group)).toList();
	}

}
