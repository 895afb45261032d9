package io.github.cloudwatchlogging.autoconfigure;

import io.github.cloudwatchlogging.settings.InvalidSettingException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains a property with which the appender can never work.
 */
final class CloudWatchLogsFailureAnalyzer extends AbstractFailureAnalyzer<InvalidSettingException> {

	private static final String PREFIX = "cloudwatch.logs.";

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, InvalidSettingException cause) {
		String description = "The property '" + PREFIX + cause.getSetting() + "' has the value '" + cause.getValue()
				+ "', with which log events can never reach CloudWatch Logs. " + cause.getReason();
		return new FailureAnalysis(description, cause.getCure(), cause);
	}

}
