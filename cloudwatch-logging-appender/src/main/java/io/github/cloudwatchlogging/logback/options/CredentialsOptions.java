package io.github.cloudwatchlogging.logback.options;

import io.github.cloudwatchlogging.aws.ClientSettings;
import org.jspecify.annotations.Nullable;

/**
 * Fixed credentials: {@code <credentials>}.
 */
public final class CredentialsOptions {

	private @Nullable String accessKey;

	private @Nullable String secretKey;

	private @Nullable String sessionToken;

	/**
	 * Sets the access key's id.
	 * @param accessKey the value
	 */
	public void setAccessKey(String accessKey) {
		this.accessKey = accessKey;
	}

	/**
	 * Sets the secret access key.
	 * @param secretKey the value
	 */
	public void setSecretKey(String secretKey) {
		this.secretKey = secretKey;
	}

	/**
	 * Sets the session's token.
	 * @param sessionToken the value
	 */
	public void setSessionToken(String sessionToken) {
		this.sessionToken = sessionToken;
	}

	/**
	 * Returns the checked settings.
	 * @return the credentials, or {@code null} if none were set
	 */
	public ClientSettings.@Nullable StaticCredentials toSettings() {
		return ClientSettings.StaticCredentials.of(this.accessKey, this.secretKey, this.sessionToken);
	}

}
