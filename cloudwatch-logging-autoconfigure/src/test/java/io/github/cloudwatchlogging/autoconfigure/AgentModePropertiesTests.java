package io.github.cloudwatchlogging.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.github.cloudwatchlogging.agent.config.AgentConfiguration;
import io.github.cloudwatchlogging.logback.CloudWatchAppender;
import io.github.cloudwatchlogging.test.agent.FakeCloudWatchAgent;
import io.github.cloudwatchlogging.test.agent.SentLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Agent mode, in Spring's terms.
 */
@ExtendWith(OutputCaptureExtension.class)
class AgentModePropertiesTests {

	@TempDir
	private Path temporary;

	private String[] arguments(String... more) {
		List<String> arguments = new ArrayList<>(List.of("--cloudwatch.logs.mode=agent",
				"--spring.application.name=orders",
				"--cloudwatch.logs.agent.directory=" + this.temporary.resolve("logs"),
				"--cloudwatch.logs.agent.config-file=" + configFile(), "--cloudwatch.logs.region=eu-central-1"));
		arguments.addAll(List.of(more));
		return arguments.toArray(String[]::new);
	}

	private Path configFile() {
		return this.temporary.resolve("agent.json");
	}

	private ConfigurableApplicationContext run(String... more) {
		return TestApplications.run(TestApplications.LoggingAtItsEnd.class, arguments(more));
	}

	@Test
	void oneMorePropertyAndEveryLineFromTheFirstToTheLastIsReadByTheAgent() throws IOException {
		run().close();
		FakeCloudWatchAgent agent = new FakeCloudWatchAgent(Files.readString(configFile()), Instant.now());
		agent.advance(Duration.ofSeconds(10));
		List<SentLine> sent = agent.sent();
		assertThat(sent.get(0).message()).contains("Starting ");
		assertThat(sent.get(sent.size() - 1).message()).contains("the last line");
		assertThat(sent).allSatisfy((line) -> {
			assertThat(line.group()).isEqualTo("orders");
			assertThat(Instant.parse(JsonMapper.shared().readTree(line.message()).path("timestamp").asString()))
				.isEqualTo(line.time());
		});
	}

	@Test
	void filesHaveTheNamesOfApplicationHostProcessAndHour() throws IOException {
		run().close();
		try (Stream<Path> files = Files.walk(this.temporary.resolve("logs"))) {
			assertThat(files.filter(Files::isRegularFile))
				.allSatisfy((file) -> assertThat(file.getFileName().toString())
					.matches("orders-.+-" + ProcessHandle.current().pid() + "\\.log\\.\\d{4}-\\d{2}-\\d{2}_\\d{2}"));
		}
	}

	@Test
	void theConfigurationIsABean() throws IOException {
		try (ConfigurableApplicationContext context = run()) {
			AgentConfiguration configuration = context.getBean(AgentConfiguration.class);
			assertThat(configFile()).hasContent(configuration.toJson());
			assertThat(configuration.asMap()).containsOnlyKeys("agent", "logs");
		}
		try (ConfigurableApplicationContext context = TestApplications.run(TestApplications.LoggingAtItsEnd.class,
				"--cloudwatch.logs.enabled=true", "--cloudwatch.logs.shutdown.timeout=0s")) {
			assertThat(context.getBeansOfType(AgentConfiguration.class)).as("in direct mode").isEmpty();
		}
	}

	@Test
	void noClientIsMade() {
		ConfigurableApplicationContext context = run();
		ConfigurableListableBeanFactory beans = context.getBeanFactory();
		context.getBean(CloudWatchAppender.class).flush(Duration.ofSeconds(10));
		assertThat(beans.getBeanNamesForType(CloudWatchLogsClient.class)).isNotEmpty();
		context.close();
		assertThat(beans.containsSingleton("cloudWatchLogsClient")).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "agent.roll, PT30M, 'Choose 1h or more', 30m", "stream, {logger:1}, 'set mode to direct', {logger:1}",
			"format, gelf, 'Use json or ecs', gelf", "routes[0].format, text, 'Use json or ecs', text",
			"create.kms-key, ..., 'Create the group beforehand', arn:aws:kms:eu-central-1:111122223333:key/1",
			"agent.file-name, {mdc:tenant}, 'Use {application}', {mdc:tenant}" })
	void whatTheAgentCannotDoEndsTheStartWithPropertyValueAndCure(String property, String shown, String cure,
			String value, CapturedOutput output) {
		assertThatThrownBy(
				() -> run("--cloudwatch.logs." + property + "=" + value, "--cloudwatch.logs.routes[0].group=a"));
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("'cloudwatch.logs." + property + "' has the value '" + shown + "'")
			.contains(cure);
	}

	@Test
	void aCommandLinePrintsTheConfigurationAndNothingElseAndEnds() throws Exception {
		try (ApplicationProcess process = ApplicationProcess.start(TestApplications.LongRunning.class,
				"--spring.application.name=orders", "--cloudwatch.logs.agent.print-config",
				"--cloudwatch.logs.group=LOG_GROUP_NAME", "--cloudwatch.logs.agent.directory=/var/log/app")) {
			assertThat(process.awaitExit()).isZero();
			JsonNode entry = JsonMapper.shared()
				.readTree(process.output())
				.at("/logs/logs_collected/files/collect_list/0");
			assertThat(entry.path("log_group_name").asString()).isEqualTo("LOG_GROUP_NAME");
			assertThat(entry.path("file_path").asString())
				.matches("/var/log/app/LOG_GROUP_NAME-[0-9a-f]{8}/\\*\\.log\\.\\*");
		}
	}

}
