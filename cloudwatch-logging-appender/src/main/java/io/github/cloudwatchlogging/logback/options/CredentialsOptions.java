package io.github.cloudwatchlogging.logback.options;

import io.github.cloudwatchlogging.aws.AssumedRole;
import io.github.cloudwatchlogging.aws.Credentials;
import org.jspecify.annotations.Nullable;

/**
 * Where the credentials come from: {@code <credentials>}.
 */
public final class CredentialsOptions {

	private @Nullable String accessKey;

	private @Nullable String secretKey;

	private @Nullable String sessionToken;

	private @Nullable String profile;

	private @Nullable String roleArn;

	private @Nullable String roleSessionName;

	private @Nullable String externalId;

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
	 * Sets the profile in the AWS files of the machine.
	 * @param profile the value
	 */
	public void setProfile(String profile) {
		this.profile = profile;
	}

	/**
	 * Sets the ARN of the role to assume.
	 * @param roleArn the value
	 */
	public void setRoleArn(String roleArn) {
		this.roleArn = roleArn;
	}

	/**
	 * Sets the name of the role's session.
	 * @param roleSessionName the value
	 */
	public void setRoleSessionName(String roleSessionName) {
		this.roleSessionName = roleSessionName;
	}

	/**
	 * Sets the external id that the role's owner asks for.
	 * @param externalId the value
	 */
	public void setExternalId(String externalId) {
		this.externalId = externalId;
	}

	/**
	 * Returns the checked credentials.
	 * @return the credentials, or {@code null} if none were set
	 */
	public @Nullable Credentials toCredentials() {
		return Credentials.of(this.accessKey, this.secretKey, this.sessionToken, this.profile);
	}

	/**
	 * Returns the checked role.
	 * @return the role, or {@code null} if none was set
	 */
	public @Nullable AssumedRole toRole() {
		return AssumedRole.of(this.roleArn, this.roleSessionName, this.externalId);
	}

}
