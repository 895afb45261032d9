package io.github.cloudwatchlogging.autoconfigure.compose;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.cloudwatchlogging.autoconfigure.CloudWatchLogsConnectionDetails;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

import org.springframework.boot.docker.compose.core.RunningService;
import org.springframework.boot.docker.compose.service.connection.DockerComposeConnectionDetailsFactory;
import org.springframework.boot.docker.compose.service.connection.DockerComposeConnectionSource;

/**
 * Connection details of a service that stands in for AWS on one port.
 */
abstract class EmulatorConnectionDetailsFactory
		extends DockerComposeConnectionDetailsFactory<CloudWatchLogsConnectionDetails> {

	private final int port;

	/**
	 * Creates a factory.
	 * @param port the port inside the container
	 * @param images the images without their tags
	 */
	EmulatorConnectionDetailsFactory(int port, String... images) {
		super(images, "software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient");
		this.port = port;
	}

	@Override
	protected CloudWatchLogsConnectionDetails getDockerComposeConnectionDetails(DockerComposeConnectionSource source) {
		return new EmulatorConnectionDetails(source.getRunningService(), this.port);
	}

	/**
	 * LocalStack, and Floci, which takes its place.
	 */
	static class LocalStack extends EmulatorConnectionDetailsFactory {

		LocalStack() {
			super(4566, "localstack/localstack", "floci/floci");
		}

	}

	/**
	 * Moto as a server.
	 */
	static class Moto extends EmulatorConnectionDetailsFactory {

		Moto() {
			super(5000, "motoserver/moto");
		}

	}

	/**
	 * Where a running service is. Region and keys are those of its environment; emulators
	 * take any, so without them any will do.
	 */
	private static final class EmulatorConnectionDetails extends DockerComposeConnectionDetails
			implements CloudWatchLogsConnectionDetails {

		private final URI endpoint;

		private final Map<String, String> environment;

		private EmulatorConnectionDetails(RunningService service, int port) {
			super(service);
			this.endpoint = URI.create("http://" + service.host() + ":" + service.ports().get(port));
			this.environment = service.env();
		}

		@Override
		public URI getEndpoint() {
			return this.endpoint;
		}

		@Override
		public String getRegion() {
			return environment("us-east-1", "AWS_DEFAULT_REGION", "AWS_REGION", "DEFAULT_REGION",
					"FLOCI_DEFAULT_REGION");
		}

		@Override
		public AwsCredentialsProvider getCredentialsProvider() {
			return StaticCredentialsProvider.create(AwsBasicCredentials.create(environment("test", "AWS_ACCESS_KEY_ID"),
					environment("test", "AWS_SECRET_ACCESS_KEY")));
		}

		private String environment(String otherwise, String... names) {
			return Stream.of(names)
				.map(this.environment::get)
				.filter(Objects::nonNull)
				.filter((value) -> !value.isBlank())
				.findFirst()
				.orElse(otherwise);
		}

	}

}
