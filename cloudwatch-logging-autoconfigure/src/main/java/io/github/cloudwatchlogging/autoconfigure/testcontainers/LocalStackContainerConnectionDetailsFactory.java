package io.github.cloudwatchlogging.autoconfigure.testcontainers;

import java.net.URI;

import io.github.cloudwatchlogging.autoconfigure.CloudWatchLogsConnectionDetails;
import org.testcontainers.localstack.LocalStackContainer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

import org.springframework.boot.testcontainers.service.connection.ContainerConnectionDetailsFactory;
import org.springframework.boot.testcontainers.service.connection.ContainerConnectionSource;

/**
 * Connection details of a {@link LocalStackContainer}, whatever image it runs.
 */
class LocalStackContainerConnectionDetailsFactory
		extends ContainerConnectionDetailsFactory<LocalStackContainer, CloudWatchLogsConnectionDetails> {

	LocalStackContainerConnectionDetailsFactory() {
		super(ANY_CONNECTION_NAME, "software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient");
	}

	@Override
	protected CloudWatchLogsConnectionDetails getContainerConnectionDetails(
			ContainerConnectionSource<LocalStackContainer> source) {
		return new LocalStackConnectionDetails(source);
	}

	private static final class LocalStackConnectionDetails extends ContainerConnectionDetails<LocalStackContainer>
			implements CloudWatchLogsConnectionDetails {

		private LocalStackConnectionDetails(ContainerConnectionSource<LocalStackContainer> source) {
			super(source);
		}

		@Override
		public URI getEndpoint() {
			return getContainer().getEndpoint();
		}

		@Override
		public String getRegion() {
			return getContainer().getRegion();
		}

		@Override
		public AwsCredentialsProvider getCredentialsProvider() {
			return StaticCredentialsProvider
				.create(AwsBasicCredentials.create(getContainer().getAccessKey(), getContainer().getSecretKey()));
		}

	}

}
