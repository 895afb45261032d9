package io.github.cloudwatchlogging.connection;

import java.net.URI;

import io.github.cloudwatchlogging.autoconfigure.CloudWatchLogsConnectionDetails;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * A service that takes any key.
 */
final class GivenConnectionDetails implements CloudWatchLogsConnectionDetails {

	private final URI endpoint;

	GivenConnectionDetails(URI endpoint) {
		this.endpoint = endpoint;
	}

	@Override
	public URI getEndpoint() {
		return this.endpoint;
	}

	@Override
	public String getRegion() {
		return "us-east-1";
	}

	@Override
	public AwsCredentialsProvider getCredentialsProvider() {
		return StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));
	}

}
