package io.github.cloudwatchlogging.aws;

import io.github.cloudwatchlogging.settings.InvalidSettingException;
import org.jspecify.annotations.Nullable;

/**
 * Where the credentials come from, where the user says so.
 */
public sealed interface Credentials permits StaticCredentials, ProfileCredentials {

	/**
	 * Returns the credentials for what a user gave.
	 * @param accessKey the access key's id; {@code null} and empty mean none
	 * @param secretKey the secret access key; {@code null} and empty mean none
	 * @param sessionToken the session's token, or {@code null}
	 * @param profile the profile's name; {@code null} and empty mean none
	 * @return the credentials, or {@code null} if none are given
	 * @throws InvalidSettingException if they contradict each other
	 */
	static @Nullable Credentials of(@Nullable String accessKey, @Nullable String secretKey,
			@Nullable String sessionToken, @Nullable String profile) {
		StaticCredentials keys = StaticCredentials.of(accessKey, secretKey, sessionToken);
		if (profile == null || profile.isEmpty()) {
			return keys;
		}
		if (keys != null) {
			throw new InvalidSettingException("credentials.profile", profile, "There are fixed keys as well.",
					"Set the profile or the keys, not both.");
		}
		return new ProfileCredentials(profile);
	}

}
