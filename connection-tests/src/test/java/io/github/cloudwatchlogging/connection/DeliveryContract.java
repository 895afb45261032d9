package io.github.cloudwatchlogging.connection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import io.github.cloudwatchlogging.autoconfigure.CloudWatchLogsConnectionDetails;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;
import software.amazon.awssdk.services.cloudwatchlogs.model.OutputLogEvent;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What holds with any service that speaks CloudWatch Logs' protocol. An application is
 * told by connection details where the service is; what arrived is read back from it with
 * the AWS SDK.
 */
@SpringBootTest(classes = TestApplication.class,
		properties = { "cloudwatch.logs.group=" + DeliveryContract.CONTEXT_GROUP, "cloudwatch.logs.stream=context",
				"cloudwatch.logs.batch.max-delay=200ms" })
abstract class DeliveryContract {

	static final String CONTEXT_GROUP = "contract-context";

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final Logger logger = LoggerFactory.getLogger(DeliveryContract.class);

	@Autowired
	private CloudWatchLogsClient client;

	@Autowired
	private CloudWatchLogsConnectionDetails details;

	private final String group = "contract-" + UUID.randomUUID();

	@Test
	void theContextsOwnEventsArrive() {
		String mark = UUID.randomUUID().toString();
		logger.info("mark {}", mark);
		await().atMost(PATIENCE)
			.ignoreExceptions()
			.untilAsserted(
					() -> assertThat(messages(CONTEXT_GROUP, "context")).anyMatch((message) -> message.contains(mark)));
	}

	@Test
	void groupAndStreamAreCreatedWithTheirRetention() {
		deliver(() -> logger.info("kept for a week"), "retention", "--cloudwatch.logs.create.retention-days=7");
		List<LogGroup> groups = this.client.describeLogGroups((request) -> request.logGroupNamePrefix(this.group))
			.logGroups();
		assertThat(groups).singleElement().extracting(LogGroup::retentionInDays).isEqualTo(7);
		assertThat(this.client.describeLogStreams((request) -> request.logGroupName(this.group)).logStreams())
			.extracting((stream) -> stream.logStreamName())
			.containsExactly("retention");
	}

	@Test
	void allEventsArriveOnceAndInOrderFromTheFirstLineToTheLast() {
		deliver(() -> {
			IntStream.range(0, 1000).forEach((number) -> logger.info("number {}.", number));
		}, "order", "--cloudwatch.logs.batch.max-events=100");
		List<String> messages = messages(this.group, "order");
		assertThat(messages.get(0)).contains("Starting ");
		assertThat(messages.stream().filter((message) -> message.contains("number ")).toList()).hasSize(1000)
			.zipSatisfy(IntStream.range(0, 1000).boxed().toList(),
					(message, number) -> assertThat(message).contains("number " + number + "."));
	}

	@Test
	void anyTextArrivesAsItIs() {
		String text = "\u00e4\u20ac\ud83d\ude00 \"quoted\" {braces}";
		deliver(() -> {
			logger.info(text);
		}, "text", "--cloudwatch.logs.format=text", "--cloudwatch.logs.pattern=%msg");
		assertThat(messages(this.group, "text")).contains(text);
	}

	@Test
	void aBatchAsLargeAsTheServiceTakesArrives() {
		String filler = "x".repeat(100_000);
		deliver(() -> {
			IntStream.range(0, 12).forEach((number) -> logger.info("large {}. {}", number, filler));
		}, "large", "--cloudwatch.logs.batch.max-delay=30s");
		assertThat(messages(this.group, "large").stream().filter((message) -> message.contains(filler))).hasSize(12);
	}

	@Test
	void eachStreamGetsItsOwnEvents() {
		deliver(() -> {
			for (String tenant : List.of("red", "green", "blue")) {
				logger.atInfo().addKeyValue("tenant", tenant).log("for {}.", tenant);
			}
		}, "{kv:tenant}");
		for (String tenant : List.of("red", "green", "blue")) {
			assertThat(messages(this.group, tenant)).singleElement().asString().contains("for " + tenant + ".");
		}
	}

	// In an application of its own, which ends here: then all has been delivered.
	private void deliver(Runnable logging, String stream, String... more) {
		List<String> arguments = new ArrayList<>(List.of("--cloudwatch.logs.group=" + this.group,
				"--cloudwatch.logs.stream=" + stream, "--cloudwatch.logs.shutdown.timeout=60s"));
		arguments.addAll(List.of(more));
		ConfigurableApplicationContext context = new SpringApplicationBuilder(TestApplication.class)
			.web(WebApplicationType.NONE)
			.initializers((created) -> created.getBeanFactory().registerSingleton("details", this.details))
			.run(arguments.toArray(String[]::new));
		logging.run();
		context.close();
	}

	private List<String> messages(String group, String stream) {
		List<String> messages = new ArrayList<>();
		String token = null;
		while (true) {
			String from = token;
			GetLogEventsResponse page = this.client.getLogEvents(
					(request) -> request.logGroupName(group).logStreamName(stream).startFromHead(true).nextToken(from));
			page.events().stream().map(OutputLogEvent::message).forEach(messages::add);
			if (page.events().isEmpty() || page.nextForwardToken().equals(from)) {
				return messages;
			}
			token = page.nextForwardToken();
		}
	}

}
