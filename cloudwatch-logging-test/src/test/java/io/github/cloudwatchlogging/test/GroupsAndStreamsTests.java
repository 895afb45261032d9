package io.github.cloudwatchlogging.test;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.cloudwatchlogging.test.junit.CloudWatchLogsExtension;
import io.github.cloudwatchlogging.test.store.LogGroup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroupClass;

import static org.assertj.core.api.Assertions.assertThat;

class GroupsAndStreamsTests {

	@RegisterExtension
	static final CloudWatchLogsExtension logs = new CloudWatchLogsExtension(
			EmbeddedCloudWatchLogs.builder().clock(new TestClock()));

	private final EmbeddedCloudWatchLogs server = logs.server();

	private final CloudWatchLogsClient client = Clients.of(this.server);

	@AfterEach
	void close() {
		this.client.close();
	}

	@Test
	void createsAGroupOnWhichNothingIsSet() {
		createGroup("/app/my-group_1#x.y");
		assertThat(this.server.groups())
			.containsExactly(LogGroup.named("/app/my-group_1#x.y", TestClock.START.toEpochMilli()));
	}

	@Test
	void createsAGroupWithAllThatCanBeSet() {
		this.client.createLogGroup((request) -> request.logGroupName("g")
			.logGroupClass(LogGroupClass.INFREQUENT_ACCESS)
			.kmsKeyId("arn:aws:kms:us-east-1:000000000000:key/k")
			.tags(Map.of("team", "shop"))
			.deletionProtectionEnabled(true));
		LogGroup group = this.server.groups().get(0);
		assertThat(group.logGroupClass()).isEqualTo("INFREQUENT_ACCESS");
		assertThat(group.kmsKeyId()).endsWith("key/k");
		assertThat(group.tags()).containsExactly(Map.entry("team", "shop"));
		assertThat(group.deletionProtection()).isTrue();
		assertThat(group.retentionInDays()).isNull();
	}

	@Test
	void acceptsAGroupNameOf512Characters() {
		createGroup("x".repeat(512));
		assertThat(Clients.refusalOf(() -> createGroup("x".repeat(513))))
			.contains("'logGroupName' failed to satisfy constraint: Member must have length less than or equal to 512");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a b", "a:b", "a*b", "ä", "" })
	void refusesAGroupNameWithForbiddenCharacters(String name) {
		assertThat(Clients.refusalOf(() -> createGroup(name))).contains("InvalidParameterException",
				"Value '" + name + "' at 'logGroupName' failed to satisfy constraint");
	}

	@Test
	void refusesTheReservedPrefix() {
		assertThat(Clients.refusalOf(() -> createGroup("aws/x")))
			.isEqualTo("400 InvalidParameterException: Log groups starting with AWS/ are reserved for AWS.");
		createGroup("/aws/x");
	}

	@Test
	void refusesAnUnknownClass() {
		assertThat(Clients
			.refusalOf(() -> this.client.createLogGroup((request) -> request.logGroupName("g").logGroupClass("GOLD"))))
			.contains("Value 'GOLD' at 'logGroupClass' failed to satisfy constraint: Member must satisfy enum value "
					+ "set: [STANDARD, INFREQUENT_ACCESS, DELIVERY, ESSENTIALS]");
	}

	@Test
	void refusesAGroupThatExists() {
		createGroup("g");
		assertThat(Clients.refusalOf(() -> createGroup("g")))
			.isEqualTo("400 ResourceAlreadyExistsException: The specified log group already exists");
	}

	@Test
	void refusesAStreamThatExists() {
		createGroup("g");
		createStream("s");
		assertThat(Clients.refusalOf(() -> createStream("s")))
			.isEqualTo("400 ResourceAlreadyExistsException: The specified log stream already exists");
	}

	@Test
	void refusesAStreamInAMissingGroup() {
		assertThat(Clients.refusalOf(() -> createStream("s")))
			.isEqualTo("400 ResourceNotFoundException: The specified log group does not exist.");
	}

	@Test
	void acceptsAStreamNameOf512CharactersOfAnyKind() {
		createGroup("g");
		String name = "ä /[$]\n" + "x".repeat(505);
		createStream(name);
		assertThat(this.server.streams("g")).containsExactly(name);
		assertThat(Clients.refusalOf(() -> createStream(name + "x")))
			.contains("Member must have length less than or equal to 512");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a:b", "a*b", "" })
	void refusesAStreamNameWithForbiddenCharacters(String name) {
		createGroup("g");
		assertThat(Clients.refusalOf(() -> createStream(name))).contains("InvalidParameterException",
				"Value '" + name + "' at 'logStreamName' failed to satisfy constraint");
	}

	@Test
	void deletesAGroupWithItsEvents() {
		createGroup("g");
		createStream("s");
		Clients.put(this.client, Clients.event(TestClock.START.toEpochMilli(), "x"));
		this.client.deleteLogGroup((request) -> request.logGroupName("g"));
		assertThat(this.server.groups()).isEmpty();
		assertThat(this.server.eventCount()).isZero();
		assertThat(Clients.refusalOf(() -> this.client.deleteLogGroup((request) -> request.logGroupName("g"))))
			.contains("The specified log group does not exist.");
	}

	@Test
	void deletesAStreamWithItsEvents() {
		createGroup("g");
		createStream("s");
		Clients.put(this.client, Clients.event(TestClock.START.toEpochMilli(), "x"));
		this.client.deleteLogStream((request) -> request.logGroupName("g").logStreamName("s"));
		assertThat(this.server.streams("g")).isEmpty();
		assertThat(this.server.eventCount()).isZero();
		assertThat(Clients
			.refusalOf(() -> this.client.deleteLogStream((request) -> request.logGroupName("g").logStreamName("s"))))
			.contains("The specified log stream does not exist.");
	}

	@Test
	void keepsAProtectedGroupUntilItIsNoLongerProtected() {
		this.client.createLogGroup((request) -> request.logGroupName("g").deletionProtectionEnabled(true));
		assertThat(Clients.refusalOf(() -> this.client.deleteLogGroup((request) -> request.logGroupName("g"))))
			.startsWith("400 ValidationException");
		this.client.putLogGroupDeletionProtection(
				(request) -> request.logGroupIdentifier("g").deletionProtectionEnabled(false));
		this.client.deleteLogGroup((request) -> request.logGroupName("g"));
		assertThat(this.server.groups()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922,
			3288, 3653 })
	void keepsEventsForOneOfTheServicesPeriods(int days) {
		createGroup("g");
		this.client.putRetentionPolicy((request) -> request.logGroupName("g").retentionInDays(days));
		assertThat(this.server.groups().get(0).retentionInDays()).isEqualTo(days);
		this.client.deleteRetentionPolicy((request) -> request.logGroupName("g"));
		assertThat(this.server.groups().get(0).retentionInDays()).isNull();
	}

	@ParameterizedTest
	@ValueSource(ints = { -1, 0, 2, 10, 366, 4000 })
	void refusesAnyOtherPeriod(int days) {
		createGroup("g");
		assertThat(Clients.refusalOf(
				() -> this.client.putRetentionPolicy((request) -> request.logGroupName("g").retentionInDays(days))))
			.contains("InvalidParameterException", "Value '" + days + "' at 'retentionInDays'");
	}

	@Test
	void refusesRetentionOfAMissingGroup() {
		assertThat(Clients.refusalOf(
				() -> this.client.putRetentionPolicy((request) -> request.logGroupName("none").retentionInDays(1))))
			.contains("ResourceNotFoundException");
	}

	@Test
	void tagsAGroupByItsArn() {
		createGroup("g");
		String arn = this.client.describeLogGroups().logGroups().get(0).logGroupArn();
		this.client.tagResource((request) -> request.resourceArn(arn).tags(Map.of("a", "1", "b", "")));
		this.client.untagResource((request) -> request.resourceArn(arn).tagKeys("a"));
		assertThat(this.client.listTagsForResource((request) -> request.resourceArn(arn)).tags())
			.containsExactly(Map.entry("b", ""));
	}

	@Test
	@SuppressWarnings("deprecation")
	void tagsAGroupByItsNameAsOlderClientsDo() {
		createGroup("g");
		this.client.tagLogGroup((request) -> request.logGroupName("g").tags(Map.of("a", "1", "b", "2")));
		this.client.untagLogGroup((request) -> request.logGroupName("g").tags("a"));
		assertThat(this.client.listTagsLogGroup((request) -> request.logGroupName("g")).tags())
			.containsExactly(Map.entry("b", "2"));
	}

	@Test
	void takesFiftyTagsOfTheGreatestSizeAndNoMore() {
		createGroup("g");
		Map<String, String> fifty = IntStream.range(0, 50)
			.boxed()
			.collect(Collectors.toMap((i) -> i + "k".repeat(126), (i) -> "v".repeat(256)));
		String arn = this.client.describeLogGroups().logGroups().get(0).logGroupArn();
		this.client.tagResource((request) -> request.resourceArn(arn).tags(fifty));
		assertThat(Clients.refusalOf(
				() -> this.client.tagResource((request) -> request.resourceArn(arn).tags(Map.of("one", "more")))))
			.contains("TooManyTagsException");
		assertThat(Clients.refusalOf(() -> this.client
			.tagResource((request) -> request.resourceArn(arn).tags(Map.of("k".repeat(129), "v")))))
			.contains("InvalidParameterException", "less than or equal to 128");
		assertThat(Clients.refusalOf(() -> this.client
			.tagResource((request) -> request.resourceArn(arn).tags(Map.of("k", "v".repeat(257))))))
			.contains("InvalidParameterException", "less than or equal to 256");
	}

	private void createGroup(String name) {
		this.client.createLogGroup((request) -> request.logGroupName(name));
	}

	private void createStream(String name) {
		this.client.createLogStream((request) -> request.logGroupName("g").logStreamName(name));
	}

}
