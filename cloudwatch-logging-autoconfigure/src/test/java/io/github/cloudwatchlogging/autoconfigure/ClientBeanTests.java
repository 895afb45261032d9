package io.github.cloudwatchlogging.autoconfigure;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.journal.RecordedRequest;
import io.github.cloudwatchlogging.test.junit.CloudWatchLogsExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
	void aCustomizerBringsAnHttpClientAndAConfigurationOfItsOwn() {
		runAndClose(CustomizingAll.class);
		assertThat(keysThatSigned()).containsOnly(this.server.accessKey());
		ArrivedMessages.assertFromTheFirstLineToTheLast(this.server);
	}

	@Test
	void aClientOfTheUsersOwnWinsFromTheFirstLineToTheLast() {
		runAndClose(OwnClientBean.class);
		assertThat(keysThatSigned()).containsOnly("key-of-the-client");
		ArrivedMessages.assertFromTheFirstLineToTheLast(this.server);
	}

	@Test
	void aClientOfTheUsersOwnIsClosedWhenContextAndAppenderHaveEnded() {
		CloudWatchLogsClient client = runAndCloseForClient(OwnClientBean.class);
		TestApplications.run(TestApplications.LoggingAtItsEnd.class, TestApplications.sendingTo(this.server)).close();
		assertThatThrownBy(() -> client.describeLogGroups()).hasMessageContaining("shut down");
	}

	@Test
	void aClientThatTheContextIsToldNotToCloseIsNotClosed() {
		CloudWatchLogsClient client = runAndCloseForClient(SharedClientBean.class);
		TestApplications.run(TestApplications.LoggingAtItsEnd.class, TestApplications.sendingTo(this.server)).close();
		assertThat(keysThatSigned()).contains("key-of-the-client");
		assertThat(client.describeLogGroups().logGroups()).isNotEmpty();
		client.close();
	}

	@Test
	void thePrimaryOneOfTwoClientsWinsFromTheFirstLineToTheLast() {
		runAndClose(PrimaryClientBean.class);
		assertThat(keysThatSigned()).containsOnly("key-of-the-primary-client");
		ArrivedMessages.assertFromTheFirstLineToTheLast(this.server);
	}

	@Test
	void thePropertiesDecideWhereNoneOfTwoClientsIsPrimary() {
		runAndClose(TwoClientBeans.class);
		assertThat(keysThatSigned()).containsOnly(this.server.accessKey());
		ArrivedMessages.assertFromTheFirstLineToTheLast(this.server);
	}

	private CloudWatchLogsClient runAndCloseForClient(Class<?> application) {
		try (ConfigurableApplicationContext context = TestApplications.run(application,
				TestApplications.sendingTo(this.server))) {
			return context.getBean(CloudWatchLogsClient.class);
		}
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
	static class CustomizingAll extends TestApplications.LoggingAtItsEnd {

		@Bean
		CloudWatchLogsClientBuilderCustomizer httpClientCustomizer() {
			return (builder) -> builder.httpClientBuilder(null).httpClient(Apache5HttpClient.create());
		}

		@Bean
		CloudWatchLogsClientBuilderCustomizer configurationCustomizer() {
			return (builder) -> builder
				.overrideConfiguration((configuration) -> configuration.apiCallTimeout(Duration.ofSeconds(20)));
		}

	}

	private static CloudWatchLogsClient client(Environment environment, String accessKey) {
		return CloudWatchLogsClient.builder()
			.endpointOverride(URI.create(environment.getRequiredProperty("cloudwatch.logs.endpoint")))
			.region(Region.EU_CENTRAL_1)
			.credentialsProvider(credentials(accessKey))
			.build();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class OwnClientBean extends TestApplications.LoggingAtItsEnd {

		@Bean
		CloudWatchLogsClient client(Environment environment) {
			return ClientBeanTests.client(environment, "key-of-the-client");
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class SharedClientBean extends TestApplications.LoggingAtItsEnd {

		@Bean(destroyMethod = "")
		CloudWatchLogsClient client(Environment environment) {
			return ClientBeanTests.client(environment, "key-of-the-client");
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class PrimaryClientBean extends TestApplications.LoggingAtItsEnd {

		@Bean
		@Primary
		CloudWatchLogsClient primaryClient(Environment environment) {
			return client(environment, "key-of-the-primary-client");
		}

		@Bean
		CloudWatchLogsClient otherClient(Environment environment) {
			return client(environment, "key-of-the-other-client");
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class TwoClientBeans extends TestApplications.LoggingAtItsEnd {

		@Bean
		CloudWatchLogsClient firstClient(Environment environment) {
			return client(environment, "key-of-the-first-client");
		}

		@Bean
		CloudWatchLogsClient secondClient(Environment environment) {
			return client(environment, "key-of-the-second-client");
		}

	}

}
