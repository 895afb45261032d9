package io.github.cloudwatchlogging.autoconfigure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

import io.github.cloudwatchlogging.ledger.Balance;
import io.github.cloudwatchlogging.logback.CloudWatchAppender;
import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.junit.CloudWatchLogsExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/**
 * Crash-safe mode, in Spring's terms.
 */
@ExtendWith(OutputCaptureExtension.class)
class SpoolPropertiesTests {

	@RegisterExtension
	static final CloudWatchLogsExtension logs = new CloudWatchLogsExtension();

	private final EmbeddedCloudWatchLogs server = logs.server();

	@TempDir
	private Path temporary;

	@Test
	void whatOneApplicationCouldNotDeliverTheNextDelivers() {
		this.server.stop();
		ConfigurableApplicationContext first = run("--cloudwatch.logs.shutdown.timeout=1s");
		CloudWatchAppender appender = first.getBean(CloudWatchAppender.class);
		first.close();
		appender.stop();
		Balance left = appender.snapshot().balance();
		assertThat(left.isBalanced()).isTrue();
		assertThat(left.left()).isEqualTo(left.accepted()).isPositive();
		this.server.restart();
		try (ConfigurableApplicationContext second = run()) {
			await()
				.until(() -> second.getBean(CloudWatchAppender.class).snapshot().balance().recovered() == left.left());
		}
		assertThat(this.server.events()).filteredOn((event) -> event.message().contains("\"the last line\""))
			.hasSize(2);
	}

	@Test
	void aDirectoryThatCanNeverBeUsedStopsTheStart(CapturedOutput output) throws Exception {
		Files.createSymbolicLink(spool(), this.temporary);
		assertThatThrownBy(this::run);
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("'cloudwatch.logs.spool.directory'")
			.contains("It is a symbolic link.")
			.contains("Action:");
	}

	@Test
	void aContextAfterOneThatCouldNotStartHasOneAppender() throws Exception {
		Files.createSymbolicLink(spool(), this.temporary);
		assertThatThrownBy(this::run);
		Files.delete(spool());
		try (ConfigurableApplicationContext next = run("--cloudwatch.logs.batch.max-delay=1s")) {
			next.getBean(CloudWatchAppender.class).flush(Duration.ofSeconds(30));
		}
		assertThat(this.server.events()).filteredOn((event) -> event.message().contains("\"the last line\""))
			.hasSize(1);
	}

	private ConfigurableApplicationContext run(String... more) {
		String[] arguments = TestApplications.sendingTo(this.server, more);
		String[] all = Arrays.copyOf(arguments, arguments.length + 2);
		all[arguments.length] = "--cloudwatch.logs.spool.enabled=true";
		all[arguments.length + 1] = "--cloudwatch.logs.spool.directory=" + spool();
		return TestApplications.run(TestApplications.LoggingAtItsEnd.class, all);
	}

	private Path spool() {
		return this.temporary.resolve("spool");
	}

}
