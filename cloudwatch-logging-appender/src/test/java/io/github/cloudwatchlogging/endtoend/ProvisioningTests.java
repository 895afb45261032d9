package io.github.cloudwatchlogging.endtoend;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import ch.qos.logback.core.status.Status;
import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.journal.RecordedRequest;
import io.github.cloudwatchlogging.test.junit.CloudWatchLogsExtension;
import io.github.cloudwatchlogging.test.store.LogGroup;
import io.github.cloudwatchlogging.test.store.ReceivedEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What is set on a log group that was missing.
 */
class ProvisioningTests {

	private static final String KEY = "arn:aws:kms:eu-central-1:000000000000:key/1234abcd";

	@RegisterExtension
	static final CloudWatchLogsExtension logs = new CloudWatchLogsExtension();

	private final EmbeddedCloudWatchLogs server = logs.server();

	@Test
	void aMissingGroupIsCreatedAsItIsToBe() throws Exception {
		deliverOne("""
				<retentionDays>30</retentionDays>
				<kmsKey>%s</kmsKey>
				<groupClass>infrequent-access</groupClass>
				<tag><key>team</key><value>orders</value></tag>
				<tag><key>cost center</key><value></value></tag>
				<deletionProtection>true</deletionProtection>""".formatted(KEY));
		LogGroup group = this.server.groups().get(0);
		assertThat(group.retentionInDays()).isEqualTo(30);
		assertThat(group.kmsKeyId()).isEqualTo(KEY);
		assertThat(group.logGroupClass()).isEqualTo("INFREQUENT_ACCESS");
		assertThat(group.tags()).isEqualTo(Map.of("team", "orders", "cost center", ""));
		assertThat(group.deletionProtection()).isTrue();
	}

	@Test
	void nothingIsSetWhereNothingIsSaid() throws Exception {
		deliverOne("");
		LogGroup group = this.server.groups().get(0);
		assertThat(group).isEqualTo(LogGroup.named("test", group.creationTime()));
		assertThat(this.server.requests("PutRetentionPolicy")).isEmpty();
	}

	@Test
	void aGroupThatExistsIsLeftAsItIs() throws Exception {
		this.server.createLogGroup("test");
		deliverOne("<retentionDays>30</retentionDays><tag><key>team</key><value>orders</value></tag>");
		assertThat(this.server.requests().stream().map(RecordedRequest::operation)).containsExactly("PutLogEvents",
				"CreateLogStream", "PutLogEvents");
		assertThat(this.server.groups().get(0).retentionInDays()).isNull();
	}

	@Test
	void aGroupThatSomebodyElseCreatedAtTheSameMomentGetsItsRetention() throws Exception {
		this.server.faults()
			.on("CreateLogGroup")
			.times(1)
			.error(400, "ResourceAlreadyExistsException", "The specified log group already exists");
		this.server.faults()
			.on("CreateLogStream")
			.times(1)
			.error(400, "ResourceNotFoundException", "The specified log group does not exist.");
		this.server.createLogGroup("test");
		deliverOne("<retentionDays>7</retentionDays>");
		assertThat(this.server.groups().get(0).retentionInDays()).isEqualTo(7);
	}

	@Test
	void instancesThatStartTogetherAllSucceed() throws Exception {
		this.server.faults()
			.on("CreateLogGroup")
			.times(5)
			.error(400, "OperationAbortedException",
					"A conflicting operation is currently in progress against this resource.");
		List<LogbackApplication> fleet = new ArrayList<>();
		for (int instance = 0; instance < 8; instance++) {
			fleet.add(LogbackApplication.start(this.server, create("<retentionDays>7</retentionDays>")));
		}
		fleet.forEach((instance) -> instance.logger("a").info("here"));
		assertThat(fleet.parallelStream()
			.map((instance) -> instance.appender().flush(Duration.ofSeconds(20)).isComplete())).containsOnly(true);
		fleet.forEach(LogbackApplication::close);
		assertThat(this.server.events("test", "stream")).hasSize(8);
		assertThat(this.server.groups()).singleElement().extracting(LogGroup::retentionInDays).isEqualTo(7);
	}

	@Test
	void aRetentionThatFailsIsTriedAgainUntilItIsSet() throws Exception {
		this.server.faults().on("PutRetentionPolicy").times(3).throttle();
		try (LogbackApplication application = LogbackApplication.start(this.server,
				create("<retentionDays>7</retentionDays>"))) {
			application.logger("a").info("one");
			await().until(() -> retention() != null);
			await().until(() -> told(application, "The retention of the log group test is set now.").size() == 1);
			assertThat(told(application, "Cannot set the retention")).hasSize(1);
		}
		assertThat(this.server.requests("PutRetentionPolicy")).hasSize(4);
	}

	@Test
	void aRetentionThatIsDeniedDelaysNoEventAndIsToldOnce() throws Exception {
		this.server.faults().on("PutRetentionPolicy").always().deny();
		try (LogbackApplication application = LogbackApplication.start(this.server,
				create("<retentionDays>7</retentionDays>"))) {
			application.logger("a").info("one");
			assertThat(application.appender().flush(Duration.ofSeconds(10)).isComplete()).isTrue();
			await().until(() -> !told(application, "Cannot set the retention").isEmpty());
			assertThat(told(application, "Cannot set the retention")).singleElement()
				.asString()
				.contains("logs:PutRetentionPolicy")
				.doesNotContain("000000000000");
		}
		assertThat(this.server.events("test", "stream")).hasSize(1);
		assertThat(retention()).isNull();
	}

	@Test
	void aRetentionThatHangsDelaysNoEvent() throws Exception {
		this.server.faults().on("PutRetentionPolicy").always().hang();
		String options = create("<retentionDays>7</retentionDays>") + "<concurrency>1</concurrency>";
		LogbackApplication application = LogbackApplication.startWithText(this.server, "%msg", options);
		application.logger("a").info("one");
		assertThat(application.appender().flush(Duration.ofSeconds(10)).isComplete()).isTrue();
		await().atMost(Duration.ofSeconds(30)).until(() -> this.server.requests("PutRetentionPolicy").size() == 1);
		application.logger("a").info("two");
		assertThat(application.appender().flush(Duration.ofSeconds(10)).isComplete()).isTrue();
		application.close();
		assertThat(this.server.events("test", "stream").stream().map(ReceivedEvent::message)).containsExactly("one",
				"two");
	}

	@Test
	void anApplicationThatEndsAtOnceStillSetsTheRetention() throws Exception {
		this.server.faults().on("PutRetentionPolicy").always().slow(Duration.ofMillis(200));
		deliverOne("<retentionDays>7</retentionDays>");
		assertThat(this.server.requests("PutRetentionPolicy")).singleElement().matches(RecordedRequest::isSuccess);
	}

	@Test
	void theRetentionOfAGroupIsSetOnceHoweverManyStreamsItGets() throws Exception {
		String options = create("<retentionDays>7</retentionDays>") + "<stream>{mdc:stream}</stream>";
		try (LogbackApplication application = LogbackApplication.start(this.server, options)) {
			for (int stream : IntStream.range(0, 3).toArray()) {
				application.mdc().put("stream", "stream-" + stream);
				application.logger("a").info("one");
				application.appender().flush(Duration.ofSeconds(10));
			}
			this.server.deleteLogGroup("test");
			application.logger("a").info("two");
			application.appender().flush(Duration.ofSeconds(10));
		}
		assertThat(this.server.requests("PutRetentionPolicy")).hasSize(2);
		assertThat(retention()).isEqualTo(7);
	}

	@Test
	void aGroupWhoseTagsAreDeniedIsCreatedWithoutThem() throws Exception {
		this.server.faults().on("CreateLogGroup").times(1).deny();
		try (LogbackApplication application = LogbackApplication.start(this.server,
				create("<tag><key>team</key><value>orders</value></tag><groupClass>standard</groupClass>"))) {
			application.logger("a").info("one");
			assertThat(application.appender().flush(Duration.ofSeconds(10)).isComplete()).isTrue();
			assertThat(told(application, "without its tags")).singleElement().asString().contains("logs:TagResource");
		}
		assertThat(this.server.groups()).singleElement().extracting(LogGroup::tags).isEqualTo(Map.of());
	}

	@Test
	void aGroupThatMayNotBeCreatedAtAllIsATroubleOfItsOwn() throws Exception {
		this.server.faults().on("CreateLogGroup").always().deny();
		try (LogbackApplication application = LogbackApplication.start(this.server,
				create("<tag><key>team</key><value>orders</value></tag>")
						+ "<shutdownTimeout>0 seconds</shutdownTimeout>")) {
			application.logger("a").info("one");
			application.appender().flush(Duration.ofMillis(500));
			assertThat(told(application, "logs:CreateLogGroup")).hasSize(1);
			assertThat(told(application, "without its tags")).isEmpty();
		}
	}

	private void deliverOne(String create) throws Exception {
		try (LogbackApplication application = LogbackApplication.start(this.server, create(create))) {
			application.logger("a").info("one");
		}
		assertThat(this.server.events("test", "stream")).hasSize(1);
	}

	private @Nullable Integer retention() {
		return this.server.groups().stream().findFirst().map(LogGroup::retentionInDays).orElse(null);
	}

	private static String create(String options) {
		return "<create>" + options + "</create>";
	}

	private static List<String> told(LogbackApplication application, String part) {
		return application.context()
			.getStatusManager()
			.getCopyOfStatusList()
			.stream()
			.map(Status::getMessage)
			.filter((message) -> message.contains(part))
			.toList();
	}

}
