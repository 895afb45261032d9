package io.github.cloudwatchlogging.autoconfigure.testcontainers;

import java.net.URI;

import io.github.cloudwatchlogging.autoconfigure.CloudWatchLogsConnectionDetails;
import org.testcontainers.containers.Container;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

import org.springframework.boot.testcontainers.service.connection.ContainerConnectionDetailsFactory;
import org.springframework.boot.testcontainers.service.connection.ContainerConnectionSource;

/**
 * Connection details of a container of the image {@code floci/floci}, or one whose
 * {@code @ServiceConnection} has that name: Floci's own {@code FlociContainer} as well as
 * a {@code GenericContainer}.
 */
class FlociContainerConnectionDetailsFactory
		extends ContainerConnectionDetailsFactory<Container<?>, CloudWatchLogsConnectionDetails> {

	private static final int PORT = 4566;

	FlociContainerConnectionDetailsFactory() {
		super("floci/floci", "software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient");
	}

	@Override
	protected CloudWatchLogsConnectionDetails getContainerConnectionDetails(
			ContainerConnectionSource<Container<?>> source) {
		return new FlociConnectionDetails(source);
	}

	private static final class FlociConnectionDetails extends ContainerConnectionDetails<Container<?>>
			implements CloudWatchLogsConnectionDetails {

		private FlociConnectionDetails(ContainerConnectionSource<Container<?>> source) {
			super(source);
		}

		@Override
		public URI getEndpoint() {
			return URI.create("http://" + getContainer().getHost() + ":" + getContainer().getMappedPort(PORT));
		}

		@Override
		public String getRegion() {
			return getContainer().getEnvMap().getOrDefault("FLOCI_DEFAULT_REGION", "us-east-1");
		}

		// Floci takes any key.
		@Override
		public AwsCredentialsProvider getCredentialsProvider() {
			return StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));
		}

	}

}
