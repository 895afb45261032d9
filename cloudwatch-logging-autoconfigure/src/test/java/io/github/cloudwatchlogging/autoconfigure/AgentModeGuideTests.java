package io.github.cloudwatchlogging.autoconfigure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import ch.qos.logback.classic.LoggerContext;
import io.github.cloudwatchlogging.logback.CloudWatchAppender;
import io.github.cloudwatchlogging.test.agent.FakeCloudWatchAgent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ByteArrayResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The examples of the guide to agent mode, and the files beside it, loaded and run.
 */
class AgentModeGuideTests {

	private static final MarkdownBlocks BLOCKS = MarkdownBlocks.of("docs/agent-mode.md");

	private static final Path FILES = Path.of("..", "docs", "agent");

	private static final String DIRECTORY = "/var/log/app";

	@TempDir
	private Path temporary;

	@Test
	void thePropertiesGiveTheConfigurationThatIsShown() throws Exception {
		List<String> arguments = new ArrayList<>(arguments(BLOCKS.first("yaml")));
		arguments.add("--cloudwatch.logs.agent.print-config");
		assertThat(printed(arguments)).isEqualTo(BLOCKS.first("json"));
	}

	@Test
	void theConfigurationOfTheImageIsThatOfTheApplicationInComposeEcsAndKubernetes() throws Exception {
		String template = Files.readString(FILES.resolve("amazon-cloudwatch-agent.json"));
		assertThat(template.replace("LOG_GROUP_NAME", "/apps/orders")).isEqualTo(BLOCKS.first("json"));
		Map<String, String> expected = Map.of("CLOUDWATCH_LOGS_MODE", "agent", "CLOUDWATCH_LOGS_GROUP", "/apps/orders",
				"CLOUDWATCH_LOGS_AGENT_DIRECTORY", DIRECTORY);
		assertThat(compose().at("/services/orders/environment")).isEqualTo(JsonMapper.shared().valueToTree(expected));
		assertThat(variables(container(ecsTask().path("containerDefinitions"), "orders").path("environment")))
			.isEqualTo(expected);
		assertThat(variables(container(podSpec().path("containers"), "orders").path("env"))).isEqualTo(expected);
	}

	@Test
	void applicationAndAgentSeeTheSameVolumeUnderTheSamePath() throws Exception {
		for (String service : List.of("orders", "agent")) {
			assertThat(compose().at("/services/" + service + "/volumes").valueStream().map(JsonNode::asString))
				.contains("logs:" + DIRECTORY);
			assertThat(container(ecsTask().path("containerDefinitions"), service).path("mountPoints").valueStream())
				.anyMatch((mount) -> mount.path("sourceVolume").asString().equals("logs")
						&& mount.path("containerPath").asString().equals(DIRECTORY));
			assertThat(container(podSpec().path(service.equals("agent") ? "initContainers" : "containers"), service)
				.path("volumeMounts")
				.valueStream())
				.anyMatch((mount) -> mount.path("name").asString().equals("logs")
						&& mount.path("mountPath").asString().equals(DIRECTORY));
		}
	}

	@Test
	void theAgentHasMoreTimeToEndThanItLingers() throws Exception {
		int lingers = Integer.parseInt(first("LINGER_SECONDS:=(\\d+)", FILES.resolve("entrypoint.sh")));
		assertThat(compose().at("/services/agent/stop_grace_period").asString()).isEqualTo("60s");
		assertThat(container(ecsTask().path("containerDefinitions"), "agent").path("stopTimeout").asInt())
			.isGreaterThan(lingers);
		assertThat(podSpec().path("terminationGracePeriodSeconds").asInt()).isGreaterThan(lingers + 30);
	}

	@ParameterizedTest
	@CsvSource({ ", /apps/orders", "/team/x#1, /team/x#1" })
	void theEntryPointFillsInTheLogGroup(@Nullable String group, String expected) throws Exception {
		assertThat(runEntryPoint(group)).isZero();
		assertThat(JsonMapper.shared()
			.readTree(this.temporary.resolve("config").resolve("amazon-cloudwatch-agent.json").toFile())
			.at("/logs/logs_collected/files/collect_list/0/log_group_name")
			.asString()).isEqualTo(expected);
		assertThat(this.temporary.resolve("started")).exists();
	}

	@Test
	void theEntryPointRefusesWhatIsNoLogGroup() throws Exception {
		assertThat(runEntryPoint("a b|c")).isEqualTo(64);
		assertThat(this.temporary.resolve("started")).doesNotExist();
	}

	private int runEntryPoint(@Nullable String group) throws Exception {
		Path agent = Files.writeString(this.temporary.resolve("agent"),
				"#!/bin/sh\ntouch '" + this.temporary.resolve("started") + "'\n");
		Files.setPosixFilePermissions(agent, PosixFilePermissions.fromString("rwx------"));
		ProcessBuilder process = new ProcessBuilder("sh", FILES.resolve("entrypoint.sh").toString())
			.redirectErrorStream(true)
			.redirectOutput(this.temporary.resolve("output").toFile());
		process.environment()
			.putAll(Map.of("TEMPLATE", FILES.resolve("amazon-cloudwatch-agent.json").toString(), "CONFIG_DIRECTORY",
					this.temporary.resolve("config").toString(), "AGENT", agent.toString()));
		if (group != null) {
			process.environment().put("LOG_GROUP_NAME", group);
		}
		Process started = process.start();
		assertThat(started.waitFor(30, TimeUnit.SECONDS)).isTrue();
		return started.exitValue();
	}

	@Test
	void theConfigurationWithoutSpringWritesWhatTheAgentReads() throws Exception {
		LoggerContext context = PlainLogback.load(BLOCKS.first("xml").replace(DIRECTORY, this.temporary.toString()));
		context.getLogger("shop").info("sold");
		context.stop();
		FakeCloudWatchAgent agent = new FakeCloudWatchAgent(
				BLOCKS.first("json").replace(DIRECTORY, this.temporary.toString()), Instant.now());
		agent.advance(Duration.ofSeconds(10));
		assertThat(agent.sent()).singleElement()
			.satisfies((line) -> assertThat(line.message()).contains("\"message\":\"sold\""));
	}

	@Test
	void theLocalProfileUsesTheConsoleAlone() throws Exception {
		List<String> arguments = new ArrayList<>(arguments(BLOCKS.in("yaml").get(1)));
		assertThat(arguments.remove("--spring.config.activate.on-profile=local")).isTrue();
		arguments.add("--cloudwatch.logs.mode=agent");
		arguments.add("--cloudwatch.logs.agent.directory=" + this.temporary.resolve("logs"));
		try (ConfigurableApplicationContext context = TestApplications.run(TestApplications.LoggingAtItsEnd.class,
				arguments.toArray(String[]::new))) {
			assertThat(context.getBeansOfType(CloudWatchAppender.class)).isEmpty();
		}
		assertThat(this.temporary.resolve("logs")).doesNotExist();
	}

	private static String printed(List<String> arguments) throws Exception {
		try (ApplicationProcess process = ApplicationProcess.start(TestApplications.LongRunning.class,
				arguments.toArray(String[]::new))) {
			assertThat(process.awaitExit()).isZero();
			return process.output();
		}
	}

	private static List<String> arguments(String yaml) throws IOException {
		PropertySource<?> source = new YamlPropertySourceLoader()
			.load("guide", new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)))
			.get(0);
		List<String> arguments = new ArrayList<>();
		for (String name : ((EnumerablePropertySource<?>) source).getPropertyNames()) {
			arguments.add("--" + name + "=" + source.getProperty(name));
		}
		return arguments;
	}

	private static JsonNode compose() throws IOException {
		return yaml("compose.yaml");
	}

	private static JsonNode podSpec() throws IOException {
		return yaml("kubernetes.yaml").at("/spec/template/spec");
	}

	private static JsonNode yaml(String file) throws IOException {
		return JsonMapper.shared().valueToTree(new Yaml().load(Files.readString(FILES.resolve(file))));
	}

	private static JsonNode ecsTask() {
		return JsonMapper.shared().readTree(FILES.resolve("ecs-task.json").toFile());
	}

	private static JsonNode container(JsonNode containers, String name) {
		return containers.valueStream()
			.filter((container) -> container.path("name").asString().equals(name))
			.findFirst()
			.orElseThrow();
	}

	private static Map<String, String> variables(JsonNode variables) {
		Map<String, String> values = new LinkedHashMap<>();
		variables
			.forEach((variable) -> values.put(variable.path("name").asString(), variable.path("value").asString()));
		return values;
	}

	private static String first(String pattern, Path file) throws IOException {
		return Pattern.compile(pattern)
			.matcher(Files.readString(file))
			.results()
			.map((match) -> match.group(1))
			.findFirst()
			.orElseThrow();
	}

}
