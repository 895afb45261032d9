package io.github.cloudwatchlogging.autoconfigure;

import java.time.Duration;
import java.util.List;

import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.junit.CloudWatchLogsExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The end of applications that run in a JVM of their own.
 */
class ApplicationProcessTests {

	/**
	 * The delivery may take two seconds. How long a JVM takes to end on a busy machine is
	 * not ours to judge.
	 */
	private static final Duration FAR_BELOW_FOR_EVER = Duration.ofSeconds(20);

	@RegisterExtension
	static final CloudWatchLogsExtension logs = new CloudWatchLogsExtension();

	private final EmbeddedCloudWatchLogs server = logs.server();

	@Test
	void theFirstAndTheLastLineAreThereAfterSigterm() throws Exception {
		try (ApplicationProcess process = ApplicationProcess.start(TestApplications.LongRunning.class,
				TestApplications.sendingTo(this.server))) {
			process.awaitOutput("UP").terminate();
			assertThat(ArrivedMessages.at(this.server).get(0)).contains("Starting ");
			assertThat(ArrivedMessages.at(this.server).get(ArrivedMessages.at(this.server).size() - 1))
				.contains("the last line");
		}
	}

	@Test
	void theStackTraceOfAStartThatFailedIsThere() throws Exception {
		try (ApplicationProcess process = ApplicationProcess.start(TestApplications.Broken.class,
				TestApplications.sendingTo(this.server))) {
			assertThat(process.awaitExit()).isEqualTo(1);
			assertThat(ArrivedMessages.at(this.server)).anyMatch((message) -> message.contains("Application run failed")
					&& message.contains("java.lang.IllegalStateException: the bean is broken"));
		}
	}

	@Test
	void aProcessWhoseServerIsDownEndsInTimeAndSaysWhatWasLeft() throws Exception {
		try (ApplicationProcess process = ApplicationProcess.start(TestApplications.LongRunning.class,
				TestApplications.sendingTo(this.server, "--cloudwatch.logs.shutdown.timeout=2s"))) {
			process.awaitOutput("UP");
			this.server.stop();
			assertThat(process.terminate()).isLessThan(FAR_BELOW_FOR_EVER);
			assertThat(process.output()).containsPattern("Stopped with \\d+ undelivered events: \\d+ of test / stream");
		}
	}

	@Test
	void aProcessWhoseServerHangsEndsInTimeAndSaysWhatWasLeft() throws Exception {
		this.server.faults().onAny().always().hang();
		try (ApplicationProcess process = ApplicationProcess.start(TestApplications.LongRunning.class,
				TestApplications.sendingTo(this.server, "--cloudwatch.logs.shutdown.timeout=2s"))) {
			process.awaitOutput("UP");
			assertThat(process.terminate()).isLessThan(FAR_BELOW_FOR_EVER);
			assertThat(process.output()).containsPattern("Stopped with \\d+ undelivered events: \\d+ of test / stream");
		}
	}

	@Test
	void aStartLoadsNextToNothingOfTheSdk() throws Exception {
		try (ApplicationProcess process = ApplicationProcess.start(List.of("-Xlog:class+load"),
				TestApplications.LongRunning.class,
				TestApplications.sendingTo(this.server, "--cloudwatch.logs.batch.max-delay=1m"))) {
			String output = process.awaitOutput("UP").output();
			assertThat(output.lines().filter((line) -> line.contains(" software.amazon.awssdk."))).hasSizeBetween(1,
					50);
		}
	}

}
