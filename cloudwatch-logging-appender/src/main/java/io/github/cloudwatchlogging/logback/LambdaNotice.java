package io.github.cloudwatchlogging.logback;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import io.github.cloudwatchlogging.metadata.Environment;
import org.jspecify.annotations.Nullable;

/**
 * Says once that the appender is not meant for AWS Lambda. Not thread-safe.
 */
final class LambdaNotice {

	private static final String FUNCTION_NAME = "AWS_LAMBDA_FUNCTION_NAME";

	private boolean given;

	/**
	 * Gives the notice where it applies.
	 * @param properties from a name to its value or {@code null}; the environment's
	 * variables come after it
	 * @param warnings takes the notice
	 */
	void giveOnce(UnaryOperator<@Nullable String> properties, Consumer<String> warnings) {
		if (!this.given && new Environment(properties).first(FUNCTION_NAME) != null) {
			this.given = true;
			warnings.accept("The appender is not meant for AWS Lambda, which freezes this process between two calls:"
					+ " events then wait for the next call, or are lost. Log to the console, which Lambda ships to"
					+ " CloudWatch Logs itself.");
		}
	}

}
