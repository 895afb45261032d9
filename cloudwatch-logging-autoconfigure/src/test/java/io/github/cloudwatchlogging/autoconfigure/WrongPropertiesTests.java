package io.github.cloudwatchlogging.autoconfigure;

import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.junit.CloudWatchLogsExtension;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Configuration that can never work ends the start and says what to do.
 */
@ExtendWith(OutputCaptureExtension.class)
class WrongPropertiesTests {

	@RegisterExtension
	static final CloudWatchLogsExtension logs = new CloudWatchLogsExtension();

	private final EmbeddedCloudWatchLogs server = logs.server();

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			group             | {aplication}   | The variables are {account} {application}
			group             | a b            | letters, digits and . - _ / #
			group             | aws/orders     | reserved
			stream            | {hostname      | never closed
			stream            | a:b            | anything but : and *
			stream            | {date:fooBar}  | fooBar
			stream            | {date:HH:mm}   | yields values like '00:00'
			loggers.include   | com.           | no logger of such a name
			routes[0].group   | {tenant}       | The variables are {account} {application}
			routes[0].stream  | a:b            | anything but : and *
			metadata.timeout  | 2m             | between
			batch.max-size    | 2MB            | 1048576
			batch.max-events  | 10001          | 10000
			batch.max-delay   | 0s             | between
			buffer.max-size   | 1MB            | 2097152
			retry.max-delay   | 1ms            | between
			spool.max-size    | 1MB            | 33554432
			spool.sync-interval | 1ms          | between
			delivery.concurrency | 0           | between
			shutdown.timeout  | -1s            | between
			delivery.api-timeout | 0s          | between
			credentials.access-key | ''        | other half
			credentials.secret-key | ''        | other half
			region            | not a region   | region
			endpoint          | localhost:4566 | http
			create.retention-days | 31         | 1096, 1827
			create.kms-key    | alias/mine     | arn:aws:kms
			entity.key-attributes.Owner | me   | ResourceType
			credentials.role-arn | arn:aws:iam::123456789012:role/writer | software.amazon.awssdk:sts
			credentials.role-arn | writer      | arn:aws:iam::
			credentials.external-id | 12345    | credentials.role-arn
			credentials.profile | other        | not both
			format            | yaml           | gelf, logstash or the name
			format            | java.lang.String | StructuredLogFormatter
			pattern           | %msg           | format to text
			json.static-fields.level | x       | another name
			json.mdc.rename.a | message        | another name
			json.mask.patterns | (             | regular expression
			json.mask.patterns | a*            | empty text
			json.stack-trace.max-depth | 0     | between
			json.stack-trace.max-length | 99   | between
			""")
	void isRefusedWithPropertyValueAndCure(String property, String value, String reason, CapturedOutput output) {
		assertThatThrownBy(() -> TestApplications.run(TestApplications.LoggingAtItsEnd.class,
				TestApplications.sendingTo(this.server, "--cloudwatch.logs." + property + "=" + value)));
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("'cloudwatch.logs." + property + "'")
			.contains(reason)
			.contains("Action:");
	}

	@ParameterizedTest
	@CsvSource({ "batch.max-delay,soon", "batch.max-size,much", "create.group,perhaps", "create.group-class,cheap",
			"delivery.compression,zip", "oversize,explode", "level,loud", "routes[0].level,loud",
			"routes[0].continue,perhaps", "spool.sync,sometimes", "fallback,nowhere", "json.pass-through,some",
			"json.mask.presets,all", "json.event-id,maybe" })
	void ofTheWrongTypeIsRefusedWithPropertyAndValue(String property, String value, CapturedOutput output) {
		assertThatThrownBy(() -> TestApplications.run(TestApplications.LoggingAtItsEnd.class,
				TestApplications.sendingTo(this.server, "--cloudwatch.logs." + property + "=" + value)));
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("cloudwatch.logs." + property)
			.contains(value);
	}

	@ParameterizedTest
	@CsvSource({ "spool.directory", "agent.directory", "agent.config-file" })
	void aPathThatTheFileSystemCannotHaveIsRefused(String property, CapturedOutput output) {
		assertThatThrownBy(() -> TestApplications.run(TestApplications.LoggingAtItsEnd.class, TestApplications
			.sendingTo(this.server, "--cloudwatch.logs.mode=agent", "--cloudwatch.logs." + property + "=no\0path")));
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("'cloudwatch.logs." + property + "'")
			.contains("Name a file or a directory.");
	}

	@ParameterizedTest
	@CsvSource({ "text", "ecs" })
	void aMaskThatTheFormatWouldNotApplyIsRefused(String format, CapturedOutput output) {
		assertThatThrownBy(() -> TestApplications.run(TestApplications.LoggingAtItsEnd.class,
				TestApplications.sendingTo(this.server, "--cloudwatch.logs.json.mask.names=password",
						"--cloudwatch.logs.format=" + format)));
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("'cloudwatch.logs.format'")
			.contains("json.mask");
	}

	@ParameterizedTest
	@CsvSource({ "%nosuchword", "%d{", "' '" })
	void aPatternThatLogbackCannotReadIsRefused(String pattern, CapturedOutput output) {
		assertThatThrownBy(() -> TestApplications.run(TestApplications.LoggingAtItsEnd.class, TestApplications
			.sendingTo(this.server, "--cloudwatch.logs.format=text", "--cloudwatch.logs.pattern=" + pattern)));
		assertThat(output).contains("APPLICATION FAILED TO START").contains("'cloudwatch.logs.pattern'");
	}

}
