package io.github.cloudwatchlogging.autoconfigure;

import java.net.URI;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/**
 * Where CloudWatch Logs is and who calls it. A bean of this type replaces all that the
 * properties say about endpoint, Region and credentials, the assumed role included. What
 * it leaves out is the AWS SDK's to find, not the properties'.
 */
public interface CloudWatchLogsConnectionDetails extends ConnectionDetails {

	/**
	 * Returns the endpoint.
	 * @return an http or https address, or {@code null} for the Region's own
	 */
	default @Nullable URI getEndpoint() {
		return null;
	}

	/**
	 * Returns the AWS Region.
	 * @return the Region's code, or {@code null} for that of an {@code AwsRegionProvider}
	 * bean or else of the SDK's default chain
	 */
	default @Nullable String getRegion() {
		return null;
	}

	/**
	 * Returns who signs the calls.
	 * @return the provider, which is not closed by the client; or {@code null} for an
	 * {@code AwsCredentialsProvider} bean or else the SDK's default chain
	 */
	default @Nullable AwsCredentialsProvider getCredentialsProvider() {
		return null;
	}

}
