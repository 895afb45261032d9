package io.github.cloudwatchlogging.aws;

import java.util.regex.Pattern;

import io.github.cloudwatchlogging.settings.InvalidSettingException;
import org.jspecify.annotations.Nullable;

/**
 * A role to assume through STS.
 *
 * @param arn the role's ARN
 * @param sessionName the session's name, as CloudTrail shows it
 * @param externalId what the role's owner asks for, or {@code null}
 */
public record AssumedRole(String arn, String sessionName, @Nullable String externalId) {

	/**
	 * The name of a session for which none was chosen.
	 */
	public static final String DEFAULT_SESSION_NAME = "cloudwatch-logging";

	private static final String STS_CLIENT = "software.amazon.awssdk.services.sts.StsClient";

	private static final Pattern ARN = Pattern.compile("arn:[a-z-]+:iam::\\d{12}:role/[\\w+=,.@/-]+");

	private static final Pattern SESSION_NAME = Pattern.compile("[\\w+=,.@-]{2,64}");

	private static final Pattern EXTERNAL_ID = Pattern.compile("[\\w+=,.@:/-]{2,1224}");

	public AssumedRole {
		check("credentials.role-arn", arn, ARN, "It is no ARN of an IAM role.",
				"Write it like arn:aws:iam::<account>:role/<name>.");
		check("credentials.role-session-name", sessionName, SESSION_NAME, "STS takes no such name.",
				"Use 2 to 64 letters, digits and characters of _+=,.@-.");
		if (externalId != null && !EXTERNAL_ID.matcher(externalId).matches()) {
			throw new InvalidSettingException("credentials.external-id", "***", "STS takes no such id.",
					"Use 2 to 1224 letters, digits and characters of _+=,.@:/-.");
		}
	}

	private static void check(String setting, String value, Pattern pattern, String reason, String cure) {
		if (!pattern.matcher(value).matches()) {
			throw new InvalidSettingException(setting, Outcomes.readable(value), reason, cure);
		}
	}

	/**
	 * Returns the role for what a user gave.
	 * @param arn the role's ARN; {@code null} and empty mean none
	 * @param sessionName the session's name, or {@code null} for the default
	 * @param externalId what the role's owner asks for, or {@code null}
	 * @return the role, or {@code null} if none is given
	 * @throws InvalidSettingException if no such role can ever be assumed
	 */
	public static @Nullable AssumedRole of(@Nullable String arn, @Nullable String sessionName,
			@Nullable String externalId) {
		if (arn == null || arn.isEmpty()) {
			refuseWithoutRole("credentials.role-session-name", sessionName);
			refuseWithoutRole("credentials.external-id", externalId);
			return null;
		}
		AssumedRole role = new AssumedRole(arn,
				(sessionName != null && !sessionName.isEmpty()) ? sessionName : DEFAULT_SESSION_NAME,
				isGiven(externalId) ? externalId : null);
		if (!isStsPresent()) {
			throw new InvalidSettingException("credentials.role-arn", Outcomes.readable(arn),
					"Assuming a role takes the AWS SDK's module for STS, which is not on the class path.",
					"Add the dependency software.amazon.awssdk:sts in the version of your other SDK modules.");
		}
		return role;
	}

	private static boolean isGiven(@Nullable String text) {
		return text != null && !text.isEmpty();
	}

	private static void refuseWithoutRole(String setting, @Nullable String value) {
		if (isGiven(value)) {
			throw new InvalidSettingException(setting, "***", "There is no role to assume.",
					"Set credentials.role-arn as well, or leave it out.");
		}
	}

	private static boolean isStsPresent() {
		try {
			Class.forName(STS_CLIENT, false, AssumedRole.class.getClassLoader());
			return true;
		}
		catch (ClassNotFoundException ex) {
			return false;
		}
	}

}
