package io.github.cloudwatchlogging.aws;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * From settings to the SDK's provider of credentials.
 */
final class CredentialsProviders {

	private CredentialsProviders() {
	}

	/**
	 * Returns the provider, or {@code null} for the SDK's default chain.
	 */
	static @Nullable AwsCredentialsProvider of(ClientSettings settings) {
		AwsCredentialsProvider base = base(settings.credentials());
		AssumedRole role = settings.role();
		return (role != null) ? new RoleCredentialsProvider(role, base, settings.region(), settings.apiTimeout())
				: base;
	}

	private static @Nullable AwsCredentialsProvider base(@Nullable Credentials credentials) {
		if (credentials instanceof StaticCredentials keys) {
			return StaticCredentialsProvider.create(awsCredentials(keys));
		}
		return (credentials instanceof ProfileCredentials profile)
				? ProfileCredentialsProvider.create(profile.profile()) : null;
	}

	private static AwsCredentials awsCredentials(StaticCredentials keys) {
		return (keys.sessionToken() != null)
				? AwsSessionCredentials.create(keys.accessKey(), keys.secretKey(), keys.sessionToken())
				: AwsBasicCredentials.create(keys.accessKey(), keys.secretKey());
	}

}
