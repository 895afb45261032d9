package io.github.cloudwatchlogging.autoconfigure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.journal.RecordedRequest;
import io.github.cloudwatchlogging.test.junit.CloudWatchLogsExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ByteArrayResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The policies of the page on IAM against the calls that an application makes with the
 * settings beside them.
 */
class IamPoliciesTests {

	private static final MarkdownBlocks BLOCKS = MarkdownBlocks.of("docs/iam.md");

	private static final String GROUP = "/apps/orders";

	private static final String GROUP_ARN = "arn:aws:logs:eu-central-1:111122223333:log-group:" + GROUP;

	@RegisterExtension
	static final CloudWatchLogsExtension logs = new CloudWatchLogsExtension();

	private final EmbeddedCloudWatchLogs server = logs.server();

	@Test
	void aStreamThatExistsTakesOneAction() throws IOException {
		this.server.createLogGroup(GROUP);
		this.server.createLogStream(GROUP, "stream");
		runAndClose(0);
		assertThat(actions(policy(0))).isEqualTo(calls()).containsExactly("logs:PutLogEvents");
	}

	@Test
	void creatingTakesTheActionsOfItsCalls() throws IOException {
		runAndClose(1);
		assertThat(actions(policy(1))).isEqualTo(calls());
	}

	@Test
	void allThatCanBeSetTakesTheActionsOfItsCallsAndOneForTheTags() throws IOException {
		runAndClose(2);
		await("the retention, for which no event waits")
			.until(() -> this.server.groups().get(0).retentionInDays() != null);
		assertThat(this.server.groups()).singleElement().satisfies((group) -> {
			assertThat(group.kmsKeyId()).isNotNull();
			assertThat(group.deletionProtection()).isTrue();
			assertThat(group.tags()).isNotEmpty();
		});
		Set<String> expected = calls();
		// No call of its own: the service asks for it where CreateLogGroup has tags.
		expected.add("logs:TagResource");
		assertThat(actions(policy(2))).isEqualTo(expected);
	}

	@Test
	void eventsAreAllowedInStreamsAndEverythingElseOnTheGroup() {
		for (int index = 0; index < 3; index++) {
			for (JsonNode statement : policy(index).path("Statement")) {
				boolean events = texts(statement.path("Action")).contains("logs:PutLogEvents");
				assertThat(texts(statement.path("Resource")))
					.isSubsetOf(events ? Set.of(GROUP_ARN + ":log-stream:*") : Set.of(GROUP_ARN, GROUP_ARN + ":*"));
			}
		}
		assertThat(BLOCKS.in("json").get(3)).contains("\"" + GROUP_ARN + "\"");
	}

	@Test
	void theRoleIsTheOneThatTheApplicationMayAssumeWithTheIdThatItTells() {
		String yaml = BLOCKS.in("yaml").get(3);
		JsonNode own = policy(4).at("/Statement/0");
		JsonNode trust = policy(5).at("/Statement/0");
		assertThat(value("role-arn", yaml)).isEqualTo(own.path("Resource").asString());
		assertThat(value("external-id", yaml))
			.isEqualTo(trust.at("/Condition/StringEquals").path("sts:ExternalId").asString());
		assertThat(texts(own.path("Action"))).isEqualTo(texts(trust.path("Action"))).containsExactly("sts:AssumeRole");
	}

	private static String value(String name, String yaml) {
		return Pattern.compile(name + ": \"([^\"]+)\"")
			.matcher(yaml)
			.results()
			.map((match) -> match.group(1))
			.findFirst()
			.orElseThrow();
	}

	private void runAndClose(int example) throws IOException {
		List<String> arguments = new ArrayList<>();
		EnumerablePropertySource<?> properties = (EnumerablePropertySource<?>) new YamlPropertySourceLoader()
			.load("example", new ByteArrayResource(BLOCKS.in("yaml").get(example).getBytes(StandardCharsets.UTF_8)))
			.get(0);
		for (String name : properties.getPropertyNames()) {
			arguments.add("--" + name + "=" + properties.getProperty(name));
		}
		TestApplications
			.run(TestApplications.LoggingAtItsEnd.class,
					TestApplications.sendingTo(this.server, arguments.toArray(String[]::new)))
			.close();
		assertThat(this.server.events(GROUP, "stream")).isNotEmpty();
	}

	private Set<String> calls() {
		Set<String> calls = new TreeSet<>();
		this.server.requests().stream().map(RecordedRequest::operation).forEach((call) -> calls.add("logs:" + call));
		return calls;
	}

	private static JsonNode policy(int index) {
		return JsonMapper.shared().readTree(BLOCKS.in("json").get(index));
	}

	private static Set<String> actions(JsonNode policy) {
		Set<String> actions = new TreeSet<>();
		policy.path("Statement").forEach((statement) -> actions.addAll(texts(statement.path("Action"))));
		return actions;
	}

	private static List<String> texts(JsonNode oneOrMore) {
		return oneOrMore.isArray() ? oneOrMore.valueStream().map(JsonNode::asString).toList()
				: List.of(oneOrMore.asString());
	}

}
