package io.github.cloudwatchlogging.connection;

import java.net.URI;
import java.util.Map;

import io.floci.testcontainers.FlociContainer;
import io.github.cloudwatchlogging.autoconfigure.CloudWatchLogsConnectionDetails;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.localstack.LocalStackContainer;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * What is read from a container, without Docker: these containers are stand-ins, because
 * some types of them ask for Docker when they are constructed.
 */
class ServiceConnectionTests {

	private static <C extends GenericContainer<?>> C container(Class<C> type, String image, int mappedPort,
			Map<String, String> environment) {
		C container = mock(type);
		given(container.getDockerImageName()).willReturn(image);
		given(container.getHost()).willReturn("127.0.0.1");
		given(container.getMappedPort(4566)).willReturn(mappedPort);
		given(container.getEnvMap()).willReturn(environment);
		return container;
	}

	private static void assertConnection(CloudWatchLogsConnectionDetails details, CloudWatchLogsClient client,
			String endpoint, String region, String key) {
		assertThat(details.getEndpoint()).isEqualTo(URI.create(endpoint));
		assertThat(details.getRegion()).isEqualTo(region);
		assertThat(details.getCredentialsProvider()).isNotNull()
			.extracting(AwsCredentialsProvider::resolveCredentials)
			.satisfies((credentials) -> assertThat(credentials.accessKeyId()).isEqualTo(key))
			.satisfies((credentials) -> assertThat(credentials.secretAccessKey()).isEqualTo(key));
		assertThat(client.serviceClientConfiguration().endpointOverride()).hasValue(URI.create(endpoint));
		assertThat(client.serviceClientConfiguration().region().id()).isEqualTo(region);
	}

	@Nested
	@SpringBootTest(classes = TestApplication.class,
			properties = { "cloudwatch.logs.level=off", "cloudwatch.logs.endpoint=http://127.0.0.1:9" })
	class OfLocalStack {

		@ServiceConnection
		static final LocalStackContainer container = localStack();

		private static LocalStackContainer localStack() {
			LocalStackContainer localStack = container(LocalStackContainer.class, "my/own:latest", 14566, Map.of());
			given(localStack.getEndpoint()).willReturn(URI.create("http://127.0.0.1:14566"));
			given(localStack.getRegion()).willReturn("eu-west-1");
			given(localStack.getAccessKey()).willReturn("its-key");
			given(localStack.getSecretKey()).willReturn("its-key");
			return localStack;
		}

		@Test
		void comesFromTheContainer(@Autowired CloudWatchLogsConnectionDetails details,
				@Autowired CloudWatchLogsClient client) {
			assertConnection(details, client, "http://127.0.0.1:14566", "eu-west-1", "its-key");
		}

	}

	@Nested
	@SpringBootTest(classes = TestApplication.class,
			properties = { "cloudwatch.logs.level=off", "cloudwatch.logs.endpoint=http://127.0.0.1:9" })
	class OfAGenericContainer {

		@ServiceConnection("floci/floci")
		static final GenericContainer<?> container = container(GenericContainer.class, "my/own:latest", 24566,
				Map.of());

		@Test
		void comesFromTheContainer(@Autowired CloudWatchLogsConnectionDetails details,
				@Autowired CloudWatchLogsClient client) {
			assertConnection(details, client, "http://127.0.0.1:24566", "us-east-1", "test");
		}

	}

	@Nested
	@SpringBootTest(classes = TestApplication.class,
			properties = { "cloudwatch.logs.level=off", "cloudwatch.logs.endpoint=http://127.0.0.1:9" })
	class OfFlocisOwnContainer {

		@ServiceConnection
		static final FlociContainer container = container(FlociContainer.class, "floci/floci:2.6.0", 34566,
				Map.of("FLOCI_DEFAULT_REGION", "eu-north-1"));

		@Test
		void comesFromTheContainer(@Autowired CloudWatchLogsConnectionDetails details,
				@Autowired CloudWatchLogsClient client) {
			assertConnection(details, client, "http://127.0.0.1:34566", "eu-north-1", "test");
		}

	}

}
