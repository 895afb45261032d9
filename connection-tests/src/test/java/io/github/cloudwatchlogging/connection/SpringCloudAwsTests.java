package io.github.cloudwatchlogging.connection;

import java.util.List;
import java.util.stream.Stream;

import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.journal.RecordedRequest;
import io.github.cloudwatchlogging.test.junit.CloudWatchLogsExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/**
 * With spring-cloud-aws itself on the class path.
 */
class SpringCloudAwsTests {

	@RegisterExtension
	static final CloudWatchLogsExtension logs = new CloudWatchLogsExtension();

	private final EmbeddedCloudWatchLogs server = logs.server();

	@Test
	void itsEndpointRegionAndCredentialsAreUsedWhereOursAreAbsent() {
		assertThat(runAndClose(TestApplication.class, "all-theirs")).isEqualTo(Region.EU_SOUTH_1);
		assertThat(keysThatSigned()).containsOnly("their-key");
		assertThat(TestApplication.messages(this.server)).isNotEmpty();
	}

	@Test
	void oursWinWhereBothAreThere() {
		Region region = runAndClose(TestApplication.class, "ours-win", "--spring.cloud.aws.endpoint=http://127.0.0.1:9",
				"--cloudwatch.logs.endpoint=" + this.server.endpoint(), "--cloudwatch.logs.region=eu-north-1",
				"--cloudwatch.logs.credentials.access-key=our-key",
				"--cloudwatch.logs.credentials.secret-key=our-secret");
		assertThat(region).isEqualTo(Region.EU_NORTH_1);
		assertThat(keysThatSigned()).containsOnly("our-key");
	}

	@Test
	void aProviderOfTheUsersOwnWinsOverBoth() {
		runAndClose(OwnProvider.class, "users-own", "--cloudwatch.logs.credentials.access-key=our-key",
				"--cloudwatch.logs.credentials.secret-key=our-secret");
		assertThat(keysThatSigned()).containsOnly("key-of-the-user");
	}

	@Test
	void whatAStartThatFailsHasLoggedGoesThereToo() {
		assertThatThrownBy(() -> TestApplication.run(Broken.class, "failing", theirs()))
			.hasRootCauseMessage("the bean is broken");
		await().until(() -> TestApplication.messages(this.server)
			.stream()
			.anyMatch((message) -> message.contains("the bean is broken")));
		assertThat(keysThatSigned()).containsOnly("their-key");
	}

	private Region runAndClose(Class<?> application, String name, String... properties) {
		String[] theirs = theirs();
		String[] all = Stream.concat(Stream.of(theirs), Stream.of(properties)).toArray(String[]::new);
		try (ConfigurableApplicationContext context = TestApplication.run(application, name, all)) {
			return context.getBean(CloudWatchLogsClient.class).serviceClientConfiguration().region();
		}
	}

	private String[] theirs() {
		return new String[] { "--spring.cloud.aws.endpoint=" + this.server.endpoint(),
				"--spring.cloud.aws.region.static=eu-south-1", "--spring.cloud.aws.credentials.access-key=their-key",
				"--spring.cloud.aws.credentials.secret-key=their-secret" };
	}

	private List<String> keysThatSigned() {
		return this.server.requests().stream().map(RecordedRequest::accessKey).distinct().toList();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class OwnProvider {

		@Bean
		AwsCredentialsProvider ownProvider() {
			return StaticCredentialsProvider.create(AwsBasicCredentials.create("key-of-the-user", "secret"));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Broken {

		@Bean
		Object brokenBean() {
			throw new IllegalStateException("the bean is broken");
		}

	}

}
