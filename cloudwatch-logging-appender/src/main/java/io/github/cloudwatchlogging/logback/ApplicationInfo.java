package io.github.cloudwatchlogging.logback;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.cloudwatchlogging.metadata.Environment;
import org.jspecify.annotations.Nullable;

/**
 * What its settings say of the application, for names.
 *
 * @param name its name
 * @param profile its profile, such as {@code prod}
 * @param version its version
 * @param region the AWS Region's code that is set for the appender
 * @param roleArn the ARN of the role that is set for the appender
 */
public record ApplicationInfo(@Nullable String name, @Nullable String profile, @Nullable String version,
		@Nullable String region, @Nullable String roleArn) {

	/**
	 * Nothing is known.
	 */
	public static final ApplicationInfo UNKNOWN = new ApplicationInfo(null, null, null, null, null);

	private static final Pattern ACCOUNT_OF_ROLE = Pattern.compile("arn:[^:]*:iam::(\\d{12}):.*");

	/**
	 * Returns the Region that is set for the appender or for all of the AWS SDK.
	 */
	@Nullable String regionOr(UnaryOperator<@Nullable String> property) {
		return (this.region != null) ? this.region
				: new Environment(property).first("aws.region", "AWS_REGION", "AWS_DEFAULT_REGION");
	}

	/**
	 * Returns the account of the role with which calls are signed, where a role is set.
	 */
	@Nullable String accountOr(UnaryOperator<@Nullable String> property) {
		String role = (this.roleArn != null) ? this.roleArn
				: new Environment(property).first("aws.roleArn", "AWS_ROLE_ARN");
		Matcher account = ACCOUNT_OF_ROLE.matcher((role != null) ? role : "");
		return account.matches() ? account.group(1) : null;
	}

}
