package io.github.cloudwatchlogging.connection;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import io.github.cloudwatchlogging.autoconfigure.CloudWatchLogsConnectionDetails;
import io.github.cloudwatchlogging.logback.CloudWatchAppender;
import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.journal.RecordedRequest;
import io.github.cloudwatchlogging.test.junit.CloudWatchLogsExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Details that a user declares, against properties that point to another server.
 */
class ConnectionDetailsTests {

	@RegisterExtension
	static final CloudWatchLogsExtension logs = new CloudWatchLogsExtension();

	@RegisterExtension
	static final CloudWatchLogsExtension elsewhere = new CloudWatchLogsExtension();

	private final EmbeddedCloudWatchLogs server = logs.server();

	@Test
	void detailsReplaceTheProperties() {
		try (ConfigurableApplicationContext context = run(Details.class, "details")) {
			assertThat(context.getBean(CloudWatchLogsClient.class).serviceClientConfiguration().region())
				.isEqualTo(Region.EU_WEST_3);
			LoggerFactory.getLogger("test").info("to the details' server");
		}
		assertThat(TestApplication.messages(this.server)).anyMatch((message) -> message.contains("Starting "))
			.anyMatch((message) -> message.contains("to the details' server"));
		assertThat(this.server.requests()).extracting(RecordedRequest::accessKey).containsOnly("key-of-the-details");
		assertThat(elsewhere.server().requests()).isEmpty();
	}

	@Test
	void aRoleOfThePropertiesIsNotAssumedWithThem() {
		run(Details.class, "role", "--cloudwatch.logs.credentials.role-arn=arn:aws:iam::123456789012:role/writer")
			.close();
		assertThat(this.server.requests()).extracting(RecordedRequest::accessKey).containsOnly("key-of-the-details");
	}

	@Test
	void whatDetailsLeaveOutIsNotTakenFromTheProperties() {
		run(EndpointAndRegionOnly.class, "endpoint-and-region-only").close();
		assertThat(this.server.requests()).extracting(RecordedRequest::accessKey).containsOnly("key-of-the-user");
	}

	@Test
	void whatAStartThatFailsHasLoggedNeverGoesWhereThePropertiesSay() {
		assertThatThrownBy(
				() -> run(BrokenWithDetails.class, "failing-with-details", "--cloudwatch.logs.shutdown.timeout=1s"))
			.hasRootCauseMessage("the bean is broken");
		List<CloudWatchAppender> appenders = Appenders.attached();
		assertThat(appenders).isNotEmpty();
		appenders.forEach(CloudWatchAppender::drain);
		assertThat(elsewhere.server().requests()).isEmpty();
	}

	private ConfigurableApplicationContext run(Class<?> application, String name, String... more) {
		List<String> arguments = new ArrayList<>(List.of("--cloudwatch.logs.endpoint=" + elsewhere.server().endpoint(),
				"--cloudwatch.logs.region=us-west-2", "--cloudwatch.logs.credentials.access-key=key-of-the-properties",
				"--cloudwatch.logs.credentials.secret-key=secret", "--test.endpoint=" + this.server.endpoint()));
		arguments.addAll(List.of(more));
		return TestApplication.run(application, name, arguments.toArray(String[]::new));
	}

	private static AwsCredentialsProvider credentials(String accessKey) {
		return StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, "secret"));
	}

	private static class DetailsOfAnotherServer implements CloudWatchLogsConnectionDetails {

		private final URI endpoint;

		DetailsOfAnotherServer(Environment environment) {
			this.endpoint = URI.create(environment.getRequiredProperty("test.endpoint"));
		}

		@Override
		public URI getEndpoint() {
			return this.endpoint;
		}

		@Override
		public String getRegion() {
			return "eu-west-3";
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Details {

		@Bean
		CloudWatchLogsConnectionDetails details(Environment environment) {
			return new DetailsOfAnotherServer(environment) {

				@Override
				public AwsCredentialsProvider getCredentialsProvider() {
					return credentials("key-of-the-details");
				}

			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class EndpointAndRegionOnly {

		@Bean
		CloudWatchLogsConnectionDetails details(Environment environment) {
			return new DetailsOfAnotherServer(environment);
		}

		@Bean
		AwsCredentialsProvider ownProvider() {
			return credentials("key-of-the-user");
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class BrokenWithDetails extends Details {

		@Bean
		Object brokenBean() {
			throw new IllegalStateException("the bean is broken");
		}

	}

}
