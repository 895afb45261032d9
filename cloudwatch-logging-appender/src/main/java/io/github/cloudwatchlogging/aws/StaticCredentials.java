package io.github.cloudwatchlogging.aws;

import io.github.cloudwatchlogging.settings.InvalidSettingException;
import org.jspecify.annotations.Nullable;

/**
 * Fixed credentials.
 *
 * @param accessKey the access key's id
 * @param secretKey the secret access key
 * @param sessionToken the session's token, or {@code null} for a long-lived key
 */
public record StaticCredentials(String accessKey, String secretKey,
		@Nullable String sessionToken) implements Credentials {

	/**
	 * Returns the credentials for what a user gave.
	 * @param accessKey the access key's id; {@code null} and empty mean none
	 * @param secretKey the secret access key; {@code null} and empty mean none
	 * @param sessionToken the session's token; {@code null} and empty mean none
	 * @return the credentials, or {@code null} if none of the keys is given
	 * @throws InvalidSettingException if only one of the keys is given
	 */
	public static @Nullable StaticCredentials of(@Nullable String accessKey, @Nullable String secretKey,
			@Nullable String sessionToken) {
		boolean hasAccessKey = accessKey != null && !accessKey.isEmpty();
		boolean hasSecretKey = secretKey != null && !secretKey.isEmpty();
		if (hasAccessKey != hasSecretKey) {
			throw new InvalidSettingException(hasAccessKey ? "credentials.secret-key" : "credentials.access-key", "",
					"The other half of the key is set.", "Set both halves, or neither for the SDK's default chain.");
		}
		String token = (sessionToken != null && !sessionToken.isEmpty()) ? sessionToken : null;
		return (accessKey != null && secretKey != null && hasAccessKey)
				? new StaticCredentials(accessKey, secretKey, token) : null;
	}

	/**
	 * Returns a text without any of the values.
	 */
	@Override
	public String toString() {
		return "StaticCredentials[...]";
	}

}
