package io.github.cloudwatchlogging.endtoend;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import ch.qos.logback.core.status.Status;
import io.github.cloudwatchlogging.ledger.Balance;
import io.github.cloudwatchlogging.logback.CloudWatchAppender;
import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.agent.FakeCloudWatchAgent;
import io.github.cloudwatchlogging.test.agent.SentLine;
import io.github.cloudwatchlogging.test.junit.CloudWatchLogsExtension;
import io.github.cloudwatchlogging.test.store.ReceivedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Events that go to files, up to what the agent hands on that is configured by the file
 * that the appender wrote.
 */
class AgentModeTests {

	@RegisterExtension
	static final CloudWatchLogsExtension logs = new CloudWatchLogsExtension();

	private final EmbeddedCloudWatchLogs server = logs.server();

	@TempDir
	private Path temporary;

	private LogbackApplication start(String options) throws Exception {
		return start(options, "");
	}

	private LogbackApplication start(String options, String agentOptions) throws Exception {
		return LogbackApplication.start(URI.create("http://127.0.0.1:1"), "eu-central-1", "", """
				<mode>agent</mode>
				<agent>
					<directory>%s</directory>
					<configFile>%s</configFile>
					%s
				</agent>
				<batch><maxDelay>20 milliseconds</maxDelay></batch>
				%s
				""".formatted(this.temporary.resolve("logs"), configFile(), agentOptions, options));
	}

	private Path configFile() {
		return this.temporary.resolve("agent.json");
	}

	private List<SentLine> sentByTheAgent() throws IOException {
		FakeCloudWatchAgent agent = new FakeCloudWatchAgent(Files.readString(configFile()), Instant.now());
		agent.advance(Duration.ofSeconds(10));
		return agent.sent();
	}

	@Test
	void theEndOfTheApplicationLeavesEveryEventInAFile() throws Exception {
		LogbackApplication application = start("<application>shop</application>");
		CloudWatchAppender appender = application.appender();
		for (int number = 0; number < 20_000; number++) {
			application.logger("shop").info("event {}", number);
		}
		application.close();
		assertThat(appender.snapshot().balance()).isEqualTo(new Balance(20_000, 20_000, Map.of(), Map.of(), 0));
		List<SentLine> sent = sentByTheAgent();
		assertThat(sent).hasSize(20_000).allSatisfy((line) -> {
			JsonNode event = JsonMapper.shared().readTree(line.message());
			assertThat(line.message()).startsWith("{\"timestamp\":\"");
			assertThat(Instant.parse(event.path("timestamp").asString())).isEqualTo(line.time());
			assertThat(line.group()).isEqualTo("test");
		});
		assertThat(sent).extracting((line) -> JsonMapper.shared().readTree(line.message()).path("message").asString())
			.containsExactlyElementsOf(Stream.iterate(0, (number) -> number + 1)
				.limit(20_000)
				.map((number) -> "event " + number)
				.toList());
	}

	@Test
	void anEventIsTheSameJsonAsInDirectMode() throws Exception {
		String json = "<json><staticFields><key>team</key><value>blue</value></staticFields></json>";
		try (LogbackApplication direct = LogbackApplication.start(this.server, json);
				LogbackApplication agent = start(json)) {
			for (LogbackApplication application : List.of(direct, agent)) {
				application.mdc().put("user", "é");
				application.logger("shop")
					.atWarn()
					.addKeyValue("order", 42)
					.log("sold\tand \"gone\"\n", new IllegalStateException("no"));
			}
		}
		String received = this.server.events().stream().map(ReceivedEvent::message).findFirst().orElseThrow();
		assertThat(withoutTime(sentByTheAgent().get(0).message())).isEqualTo(withoutTime(received));
	}

	private static String withoutTime(String json) {
		return json.replaceFirst("\"timestamp\":\"[^\"]+\"", "");
	}

	@Test
	void anEventThatTheAgentWouldCutIsShortenedAndStaysJson() throws Exception {
		try (LogbackApplication application = start("")) {
			application.logger("shop").info("x".repeat(1_048_400));
		}
		assertThat(sentByTheAgent()).singleElement().satisfies((line) -> {
			assertThat(line.message().length()).isLessThanOrEqualTo(1_048_375);
			assertThat(JsonMapper.shared().readTree(line.message()).path("truncatedBytes").asInt()).isPositive();
		});
	}

	@Test
	void routesHaveEntriesOfTheirOwn() throws Exception {
		try (LogbackApplication application = start(
				"<route><logger>audit</logger><group>/audit</group><continue>true</continue></route>")) {
			application.logger("audit").info("who did it");
			application.logger("shop").info("sold");
		}
		List<SentLine> sent = sentByTheAgent();
		assertThat(sent).filteredOn((line) -> line.group().equals("/audit"))
			.singleElement()
			.satisfies((line) -> assertThat(line.message()).contains("who did it"));
		assertThat(sent).filteredOn((line) -> line.group().equals("test")).hasSize(2);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
			"<stream>{logger:1}</stream>       | stream = '{logger:1}': It depends on the event",
			"<group>{mdc:tenant}</group>       | group = '{mdc:tenant}': It depends on the event",
			"<stream>{date:yyyy-MM-dd}</stream>| It depends on the event",
			"<route><group>{level}</group></route> | routes[0].group = '{level}'",
			"<stream>{instance}</stream>       | does not know {instance}",
			"<stream>{ecs:task-id}</stream>    | does not know {ecs:task-id}",
			"<group>{pid}</group>              | does not know {pid}", "<format>text</format> | format = 'text'",
			"<route><group>a</group><pattern>%msg</pattern></route> | routes[0].format = 'text'",
			"<oversize>split</oversize>        | oversize = 'split'",
			"<create><kmsKey>arn:aws:kms:eu-central-1:111122223333:key/1</kmsKey></create> | create.kms-key",
			"<create><deletionProtection>true</deletionProtection></create> | create.deletion-protection",
			"<agent><roll>30 minutes</roll></agent> | agent.roll = 'PT30M': The CloudWatch agent loses track",
			"<agent><roll>5 hours</roll></agent>    | agent.roll",
			"<agent><fileName>{level}</fileName></agent> | agent.file-name = '{level}'",
			"<agent><directory>/var/log/*</directory></agent> | agent.directory",
			"<agent><maxSize>1MB</maxSize></agent>  | agent.max-size", "<mode>pigeon</mode> | mode = 'pigeon'" })
	void whatTheAgentCannotDoEndsTheStart(String options, String message) throws Exception {
		try (LogbackApplication application = start(options)) {
			assertThat(application.appender().isStarted()).isFalse();
			assertThat(application.context().getStatusManager().getCopyOfStatusList())
				.filteredOn((status) -> status.getLevel() == Status.ERROR)
				.anySatisfy((status) -> assertThat(status.getMessage()).contains(message));
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
			"{hostname}/{pid}          | {local_hostname}", "{pid}                     | {local_hostname}",
			"{pid}-{hostname}          | {local_hostname}", "{uuid}/x/{pid}            | x",
			"{application}/{ip}        | shop/{ip_address}", "{ec2:instance-id}         | {instance_id}",
			"{region}-{account}        | {aws_region}-{account_id}", "plain | plain" })
	void namesAreWrittenInTheAgentsWords(String stream, String expected) throws Exception {
		try (LogbackApplication application = start("<application>shop</application><stream>" + stream + "</stream>")) {
			assertThat(application.appender().isStarted()).isTrue();
		}
		assertThat(JsonMapper.shared()
			.readTree(configFile().toFile())
			.at("/logs/logs_collected/files/collect_list/0/log_stream_name")
			.asString()).isEqualTo(expected);
	}

	@Test
	void aPathThatMakesTheNameOfAStreamTooLongEndsTheStart() throws Exception {
		try (LogbackApplication application = start("<stream>" + "s".repeat(480) + "</stream>")) {
			assertThat(application.appender().isStarted()).isFalse();
			assertThat(application.context().getStatusManager().getCopyOfStatusList())
				.anySatisfy((status) -> assertThat(status.getMessage()).contains("agent.directory"));
		}
	}

	@Test
	void aConfigurationThatCannotBeWrittenIsToldAndEventsAreWritten() throws Exception {
		Files.createDirectory(configFile());
		Files.createFile(configFile().resolve("in the way"));
		try (LogbackApplication application = start("")) {
			application.logger("shop").info("sold");
			assertThat(application.appender().flush(Duration.ofSeconds(30)).isComplete()).isTrue();
			assertThat(application.context().getStatusManager().getCopyOfStatusList())
				.anySatisfy((status) -> assertThat(status.getMessage()).contains("agent.config-file"));
		}
	}

	@Test
	void whatTheSpoolHasKeptOfAProcessThatCouldNotWriteIsWrittenByTheNext() throws Exception {
		Path logs = this.temporary.resolve("logs");
		String spool = "<spool><enabled>true</enabled><directory>%s</directory></spool>"
			.formatted(this.temporary.resolve("spool")) + "<shutdownTimeout>100 milliseconds</shutdownTimeout>";
		LogbackApplication first = start(spool);
		CloudWatchAppender appender = first.appender();
		Files.delete(logs);
		Files.createFile(logs);
		first.logger("shop").info("of the first");
		first.close();
		assertThat(appender.snapshot().balance().left()).isEqualTo(1);
		Files.delete(logs);
		try (LogbackApplication second = start(spool)) {
			await().until(() -> second.appender().snapshot().balance().delivered() == 1);
		}
		assertThat(sentByTheAgent()).singleElement()
			.satisfies((line) -> assertThat(line.message()).contains("of the first"));
	}

}
