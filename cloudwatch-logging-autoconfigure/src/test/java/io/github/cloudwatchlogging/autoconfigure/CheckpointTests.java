package io.github.cloudwatchlogging.autoconfigure;

import java.nio.file.Path;
import java.util.List;

import io.github.cloudwatchlogging.autoconfigure.crac.Resource;
import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.junit.CloudWatchLogsExtension;
import org.crac.Core;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A process that is frozen and goes on.
 */
class CheckpointTests {

	@RegisterExtension
	static final CloudWatchLogsExtension logs = new CloudWatchLogsExtension();

	private static final List<String> CRAC = List.of("-Dorg.crac.Core.Compat=" + Resource.class.getPackageName());

	private final EmbeddedCloudWatchLogs server = logs.server();

	@Test
	void aFrozenProcessHasNothingOpenAndLosesNothing() throws Exception {
		try (ApplicationProcess process = ApplicationProcess.start(CRAC, Frozen.class,
				TestApplications.sendingTo(this.server))) {
			process.awaitOutput("FROZEN without delivery threads");
			await().until(() -> this.server.connectionCount() == 0);
			assertThat(ArrivedMessages.at(this.server)).anyMatch((message) -> message.contains("before the checkpoint"))
				.noneMatch((message) -> message.contains("logged while frozen"));
			process.sendLine().awaitOutput("UP").terminate();
			ArrivedMessages.assertEachOnce(this.server, "Starting ", "before the checkpoint", "logged while frozen",
					"after the checkpoint", "the last line");
			assertThat(ArrivedMessages.at(this.server).get(ArrivedMessages.at(this.server).size() - 1))
				.contains("the last line");
		}
	}

	@Test
	void aProcessFrozenBeforeItsBeansStartHasNothingOpenAndLosesNothing(@TempDir Path directory) throws Exception {
		List<String> options = List.of(CRAC.get(0), "-Dspring.context.checkpoint=onRefresh");
		try (ApplicationProcess process = ApplicationProcess.start(options, TestApplications.LongRunning.class,
				TestApplications.sendingTo(this.server, "--cloudwatch.logs.spool.enabled=true",
						"--cloudwatch.logs.spool.directory=" + directory.resolve("spool")))) {
			process.awaitOutput("FROZEN without delivery threads");
			await().until(() -> this.server.connectionCount() == 0);
			assertThat(ArrivedMessages.at(this.server).get(0)).contains("Starting ");
			process.sendLine().awaitOutput("UP").terminate();
			ArrivedMessages.assertEachOnce(this.server, "Starting ", "logged while frozen", "Started ",
					"the last line");
		}
	}

	/**
	 * Freezes itself.
	 */
	static class Frozen extends TestApplications.LoggingAtItsEnd {

		public static void main(String[] arguments) throws Exception {
			SpringApplication application = new SpringApplication(Frozen.class);
			application.setWebApplicationType(WebApplicationType.NONE);
			application.setKeepAlive(true);
			application.run(arguments);
			LoggerFactory.getLogger(Frozen.class).info("before the checkpoint");
			Core.checkpointRestore();
			LoggerFactory.getLogger(Frozen.class).info("after the checkpoint");
			System.out.println("UP");
		}

	}

}
