package io.github.cloudwatchlogging.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import ch.qos.logback.core.status.Status;
import io.github.cloudwatchlogging.delivery.Trouble;
import io.github.cloudwatchlogging.logback.CloudWatchAppender;
import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.journal.RecordedRequest;
import io.github.cloudwatchlogging.test.junit.CloudWatchLogsExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where the credentials come from, seen in the keys that signed what the servers
 * received.
 */
class CredentialsTests {

	private static final String STS_ENDPOINT = "aws.endpointUrlSts";

	private static final String CREDENTIALS_FILE = "aws.sharedCredentialsFile";

	private static final String ROLE = """
			<roleArn>arn:aws:iam::123456789012:role/logs/writer</roleArn>
			<roleSessionName>orders-1</roleSessionName>
			<externalId>shared:secret</externalId>
			""";

	@RegisterExtension
	static final CloudWatchLogsExtension logs = new CloudWatchLogsExtension();

	private final EmbeddedCloudWatchLogs server = logs.server();

	@TempDir
	Path directory;

	@BeforeEach
	void writeProfile() throws IOException {
		Path file = this.directory.resolve("credentials");
		Files.writeString(file, """
				[writer]
				aws_access_key_id = key-of-the-profile
				aws_secret_access_key = secret-of-the-profile
				""");
		System.setProperty(CREDENTIALS_FILE, file.toString());
	}

	@AfterEach
	void clearProperties() {
		System.clearProperty(CREDENTIALS_FILE);
		System.clearProperty(STS_ENDPOINT);
	}

	@Test
	void aProfileSigns() throws Exception {
		deliverOne("<profile>writer</profile>");
		assertThat(keysThatSigned()).containsExactly("key-of-the-profile");
	}

	@Test
	void aProfileThatIsMissingIsATroubleThatSomebodyHasToMend() throws Exception {
		assertThat(troubleWith("<profile>reader</profile>"))
			.satisfies((trouble) -> assertThat(trouble.kind()).isEqualTo(Trouble.Kind.DENIED))
			.satisfies((trouble) -> assertThat(trouble.message()).contains("reader"));
	}

	@Test
	void aRoleIsAssumedWithFixedKeysAndSigns() throws Exception {
		try (FakeAws sts = FakeAws.sts("key-of-the-role")) {
			System.setProperty(STS_ENDPOINT, sts.endpoint().toString());
			deliverOne("<accessKey>base-key</accessKey><secretKey>base-secret</secretKey>" + ROLE);
			assertThat(sts.requests()).singleElement().satisfies((request) -> {
				assertThat(FakeAws.form(request)).containsAllEntriesOf(
						Map.of("Action", "AssumeRole", "RoleArn", "arn:aws:iam::123456789012:role/logs/writer",
								"RoleSessionName", "orders-1", "ExternalId", "shared:secret"));
				assertThat(request.header("authorization")).contains("Credential=base-key/");
			});
		}
		assertThat(keysThatSigned()).containsExactly("key-of-the-role");
	}

	@Test
	void aRoleIsAssumedWithAProfile() throws Exception {
		try (FakeAws sts = FakeAws.sts("key-of-the-role")) {
			System.setProperty(STS_ENDPOINT, sts.endpoint().toString());
			deliverOne("<profile>writer</profile><roleArn>arn:aws:iam::123456789012:role/writer</roleArn>");
			assertThat(sts.requests()).singleElement().satisfies((request) -> {
				assertThat(FakeAws.form(request)).containsEntry("RoleSessionName", "cloudwatch-logging")
					.doesNotContainKey("ExternalId");
				assertThat(request.header("authorization")).contains("Credential=key-of-the-profile/");
			});
		}
		assertThat(keysThatSigned()).containsExactly("key-of-the-role");
	}

	@Test
	void aRoleThatMayNotBeAssumedIsToldWithoutTheAccount() throws Exception {
		try (FakeAws sts = FakeAws.refusingSts()) {
			System.setProperty(STS_ENDPOINT, sts.endpoint().toString());
			Trouble trouble = troubleWith("<accessKey>base-key</accessKey><secretKey>base-secret</secretKey>" + ROLE);
			assertThat(trouble.kind()).isEqualTo(Trouble.Kind.DENIED);
			assertThat(trouble.message()).contains("sts:AssumeRole").doesNotContain("123456789012");
		}
	}

	@ParameterizedTest
	@CsvSource({ "<roleArn>writer</roleArn>, credentials.role-arn",
			"<roleArn>arn:aws:iam::123456789012:user/writer</roleArn>, credentials.role-arn",
			"<roleArn>arn:aws:iam::123456789012:role/w</roleArn><roleSessionName>a b</roleSessionName>,"
					+ " credentials.role-session-name",
			"<roleArn>arn:aws:iam::123456789012:role/w</roleArn><externalId>a b</externalId>, credentials.external-id",
			"<roleSessionName>session</roleSessionName>, credentials.role-session-name",
			"<externalId>12345</externalId>, credentials.external-id",
			"<profile>writer</profile><accessKey>a</accessKey><secretKey>b</secretKey>, credentials.profile" })
	void credentialsThatCanNeverWorkEndTheStart(String credentials, String setting) throws Exception {
		try (LogbackApplication application = LogbackApplication.startWithCredentials(this.server, credentials, "")) {
			assertThat(application.appender().isStarted()).isFalse();
			assertThat(application.context().getStatusManager().getCopyOfStatusList())
				.filteredOn((status) -> status.getLevel() == Status.ERROR)
				.extracting(Status::getMessage)
				.anyMatch((message) -> message.contains(setting + " = '"))
				.noneMatch((message) -> message.contains("123456789012"));
		}
	}

	private void deliverOne(String credentials) throws Exception {
		try (LogbackApplication application = LogbackApplication.startWithCredentials(this.server, credentials, "")) {
			application.logger("a").info("one");
		}
		assertThat(this.server.events("test", "stream")).hasSize(1);
	}

	private Trouble troubleWith(String credentials) throws Exception {
		try (LogbackApplication application = LogbackApplication.startWithCredentials(this.server, credentials,
				"<shutdownTimeout>0 seconds</shutdownTimeout>")) {
			CloudWatchAppender appender = application.appender();
			application.logger("a").info("one");
			appender.flush(Duration.ofSeconds(2));
			return Objects.requireNonNull(appender.snapshot().lanes().get(0).trouble());
		}
	}

	private List<@Nullable String> keysThatSigned() {
		return this.server.requests().stream().<@Nullable String>map(RecordedRequest::accessKey).distinct().toList();
	}

}
