package io.github.cloudwatchlogging.autoconfigure;

import java.net.URI;
import java.util.List;

import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.journal.RecordedRequest;
import io.github.cloudwatchlogging.test.junit.CloudWatchLogsExtension;
import io.github.cloudwatchlogging.test.store.ReceivedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who decides about the client, seen in the keys that signed what the server received.
 */
class ClientBeanTests {

	@RegisterExtension
	static final CloudWatchLogsExtension logs = new CloudWatchLogsExtension();

	private final EmbeddedCloudWatchLogs server = logs.server();

	@Test
	void thePropertiesDecideWhereThereIsNoBean() {
		runAndClose(TestApplications.LoggingAtItsEnd.class);
		assertThat(keysThatSigned()).containsOnly(this.server.accessKey());
	}

	@Test
	void aCredentialsProviderOfTheUsersOwnWins() {
		runAndClose(OwnCredentialsProvider.class);
		assertThat(keysThatSigned()).containsOnly("key-of-the-provider");
	}

	@Test
	void aCredentialsProviderOfTheUsersOwnWinsOverAProfile() {
		runAndClose(OwnCredentialsProvider.class, "--cloudwatch.logs.credentials.access-key=",
				"--cloudwatch.logs.credentials.secret-key=", "--cloudwatch.logs.credentials.profile=none-such");
		assertThat(keysThatSigned()).containsOnly("key-of-the-provider");
	}

	@Test
	void aCustomizerHasTheLastWord() {
		runAndClose(Customizing.class);
		assertThat(keysThatSigned()).containsOnly("key-of-the-customizer");
	}

	@Test
	void aClientOfTheUsersOwnWinsFromTheFirstLineToTheLast() {
		runAndClose(OwnClientBean.class);
		assertThat(keysThatSigned()).containsOnly("key-of-the-client");
		List<String> messages = this.server.events("test", "stream").stream().map(ReceivedEvent::message).toList();
		assertThat(messages.get(0)).contains("Starting ");
		assertThat(messages.get(messages.size() - 1)).contains("the last line");
	}

	private void runAndClose(Class<?> application, String... properties) {
		TestApplications.run(application, TestApplications.sendingTo(this.server, properties)).close();
		assertThat(this.server.eventCount()).isPositive();
	}

	private List<String> keysThatSigned() {
		return this.server.requests().stream().map(RecordedRequest::accessKey).distinct().toList();
	}

	private static AwsCredentialsProvider credentials(String accessKey) {
		return StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, "secret"));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class OwnCredentialsProvider {

		@Bean
		AwsCredentialsProvider credentialsProvider() {
			return credentials("key-of-the-provider");
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Customizing {

		@Bean
		CloudWatchLogsClientBuilderCustomizer credentialsCustomizer() {
			return (builder) -> builder.credentialsProvider(credentials("key-of-the-customizer"));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class OwnClientBean extends TestApplications.LoggingAtItsEnd {

		@Bean
		CloudWatchLogsClient client(Environment environment) {
			return CloudWatchLogsClient.builder()
				.endpointOverride(URI.create(environment.getRequiredProperty("cloudwatch.logs.endpoint")))
				.region(Region.EU_CENTRAL_1)
				.credentialsProvider(credentials("key-of-the-client"))
				.build();
		}

	}

}
