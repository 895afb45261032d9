package io.github.cloudwatchlogging.autoconfigure;

import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.junit.CloudWatchLogsExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What is lost is on the console, where the properties say so.
 */
@ExtendWith(OutputCaptureExtension.class)
class FallbackTests {

	@RegisterExtension
	static final CloudWatchLogsExtension logs = new CloudWatchLogsExtension();

	private final EmbeddedCloudWatchLogs server = logs.server();

	@Test
	void isPrintedOnTheStandardErrorStreamAndNotBetweenTheLinesOfTheStandardOutput(CapturedOutput output) {
		try (ConfigurableApplicationContext context = TestApplications.run(TestApplications.LoggingAtItsEnd.class,
				TestApplications.sendingTo(this.server, "--cloudwatch.logs.oversize=drop",
						"--cloudwatch.logs.fallback=console"))) {
			assertThat(context.isActive()).isTrue();
			LoggerFactory.getLogger("application").info("x".repeat(2_000_000));
			await().until(() -> output.getErr().contains("[cloudwatch-logs] OVERSIZE "));
		}
		assertThat(output.getOut()).doesNotContain("[cloudwatch-logs]");
	}

	@Test
	void isNotPrintedWithoutTheProperty(CapturedOutput output) {
		try (ConfigurableApplicationContext context = TestApplications.run(TestApplications.LoggingAtItsEnd.class,
				TestApplications.sendingTo(this.server, "--cloudwatch.logs.oversize=drop"))) {
			assertThat(context.isActive()).isTrue();
			LoggerFactory.getLogger("application").info("x".repeat(2_000_000));
		}
		assertThat(output).doesNotContain("[cloudwatch-logs]");
	}

}
