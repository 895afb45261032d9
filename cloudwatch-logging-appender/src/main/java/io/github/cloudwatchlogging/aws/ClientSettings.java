package io.github.cloudwatchlogging.aws;

import java.net.URI;
import java.time.Duration;

import io.github.cloudwatchlogging.settings.InvalidSettingException;
import org.jspecify.annotations.Nullable;

/**
 * How the SDK's client reaches the service.
 *
 * @param region the AWS Region's code, or {@code null} for the SDK's default chain
 * @param endpoint another endpoint than the Region's own, or {@code null}
 * @param credentials fixed credentials, or {@code null} for the SDK's default chain
 * @param apiTimeout how long one call may take in all
 */
public record ClientSettings(@Nullable String region, @Nullable URI endpoint, @Nullable StaticCredentials credentials,
		Duration apiTimeout) {

	/**
	 * The SDK's default chains, and thirty seconds for a call.
	 */
	public static final ClientSettings DEFAULT = new ClientSettings(null, null, null, Duration.ofSeconds(30));

	public ClientSettings {
		if (endpoint != null && !namesHost(endpoint)) {
			throw new InvalidSettingException("endpoint", endpoint, "It is no address of a host.",
					"Write it like http://127.0.0.1:4566.");
		}
		if (apiTimeout.isZero() || apiTimeout.isNegative()) {
			throw new InvalidSettingException("delivery.api-timeout", apiTimeout, "No call can be that fast.",
					"Choose a positive time, such as 30 seconds.");
		}
	}

	private static boolean namesHost(URI endpoint) {
		return endpoint.getHost() != null
				&& ("http".equalsIgnoreCase(endpoint.getScheme()) || "https".equalsIgnoreCase(endpoint.getScheme()));
	}

	/**
	 * Fixed credentials.
	 *
	 * @param accessKey the access key's id
	 * @param secretKey the secret access key
	 * @param sessionToken the session's token, or {@code null} for a long-lived key
	 */
	public record StaticCredentials(String accessKey, String secretKey, @Nullable String sessionToken) {

		/**
		 * Returns the credentials for what a user gave.
		 * @param accessKey the access key's id, or {@code null}
		 * @param secretKey the secret access key, or {@code null}
		 * @param sessionToken the session's token, or {@code null}
		 * @return the credentials, or {@code null} if none of the keys is given
		 * @throws InvalidSettingException if only one of the keys is given
		 */
		public static @Nullable StaticCredentials of(@Nullable String accessKey, @Nullable String secretKey,
				@Nullable String sessionToken) {
			if (accessKey != null && secretKey != null) {
				return new StaticCredentials(accessKey, secretKey, sessionToken);
			}
			if (accessKey != null || secretKey != null) {
				throw new InvalidSettingException(
						(accessKey != null) ? "credentials.secret-key" : "credentials.access-key", "",
						"The other half of the key is set.",
						"Set both halves, or neither for the SDK's default chain.");
			}
			return null;
		}

		/**
		 * Returns a text without any of the values.
		 */
		@Override
		public String toString() {
			return "StaticCredentials[...]";
		}

	}

}
