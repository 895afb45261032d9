package io.github.cloudwatchlogging.aws;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.StsClientBuilder;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * The credentials of a role that is assumed through STS, and assumed again before they
 * expire. The only class that touches the SDK's optional module for STS. Closed by the
 * client that it is given to.
 */
final class RoleCredentialsProvider implements AwsCredentialsProvider, SdkAutoCloseable {

	private final StsClient client;

	private final StsAssumeRoleCredentialsProvider provider;

	/**
	 * Creates the provider; STS is not called yet.
	 * @param role the role
	 * @param base signs the calls to STS, or {@code null} for the SDK's default chain
	 * @param region the AWS Region's code, or {@code null} for the SDK's default chain
	 * @param timeout how long one call may take in all
	 */
	RoleCredentialsProvider(AssumedRole role, @Nullable AwsCredentialsProvider base, @Nullable String region,
			Duration timeout) {
		StsClientBuilder builder = StsClient.builder()
			.httpClientBuilder(Apache5HttpClient.builder())
			.overrideConfiguration((configuration) -> configuration.apiCallTimeout(timeout));
		if (region != null) {
			builder.region(Region.of(region));
		}
		if (base != null) {
			builder.credentialsProvider(base);
		}
		this.client = builder.build();
		this.provider = StsAssumeRoleCredentialsProvider.builder()
			.stsClient(this.client)
			.refreshRequest((request) -> request.roleArn(role.arn())
				.roleSessionName(role.sessionName())
				.externalId(role.externalId()))
			.build();
	}

	@Override
	public AwsCredentials resolveCredentials() {
		return this.provider.resolveCredentials();
	}

	@Override
	public void close() {
		this.provider.close();
		this.client.close();
	}

}
