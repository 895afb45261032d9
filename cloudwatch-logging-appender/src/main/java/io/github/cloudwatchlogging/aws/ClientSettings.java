package io.github.cloudwatchlogging.aws;

import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;

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

	private static final Duration SHORTEST_TIMEOUT = Duration.ofMillis(100);

	private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(10);

	private static final Pattern REGION = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

	/**
	 * The SDK's default chains, and thirty seconds for a call.
	 */
	public static final ClientSettings DEFAULT = new ClientSettings(null, null, null, Duration.ofSeconds(30));

	public ClientSettings {
		if (region != null && !REGION.matcher(region).matches()) {
			throw new InvalidSettingException("region", region, "It is no code of an AWS Region.",
					"Write it like eu-central-1.");
		}
		if (endpoint != null && !namesHost(endpoint)) {
			throw new InvalidSettingException("endpoint", endpoint, "It is no http or https address.",
					"Write it like http://127.0.0.1:4566.");
		}
		if (apiTimeout.compareTo(SHORTEST_TIMEOUT) < 0 || apiTimeout.compareTo(LONGEST_TIMEOUT) > 0) {
			throw new InvalidSettingException("delivery.api-timeout", apiTimeout,
					"It must lie between 100 ms and 10 minutes.", "Choose a value in that range.");
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
		 * @param accessKey the access key's id; {@code null} and empty mean none
		 * @param secretKey the secret access key; {@code null} and empty mean none
		 * @param sessionToken the session's token, or {@code null}
		 * @return the credentials, or {@code null} if none of the keys is given
		 * @throws InvalidSettingException if only one of the keys is given
		 */
		public static @Nullable StaticCredentials of(@Nullable String accessKey, @Nullable String secretKey,
				@Nullable String sessionToken) {
			boolean hasAccessKey = accessKey != null && !accessKey.isEmpty();
			boolean hasSecretKey = secretKey != null && !secretKey.isEmpty();
			if (hasAccessKey != hasSecretKey) {
				throw new InvalidSettingException(hasAccessKey ? "credentials.secret-key" : "credentials.access-key",
						"", "The other half of the key is set.",
						"Set both halves, or neither for the SDK's default chain.");
			}
			return (accessKey != null && secretKey != null && hasAccessKey)
					? new StaticCredentials(accessKey, secretKey, sessionToken) : null;
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
