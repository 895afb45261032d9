package io.github.cloudwatchlogging.autoconfigure;

import java.time.Duration;

import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.junit.CloudWatchLogsExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

import org.springframework.context.ConfigurableApplicationContext;

import static org.awaitility.Awaitility.await;

/**
 * A context that is stopped or paused, and goes on.
 */
class StoppedContextTests {

	@RegisterExtension
	static final CloudWatchLogsExtension logs = new CloudWatchLogsExtension();

	private final EmbeddedCloudWatchLogs server = logs.server();

	@Test
	void aContextThatIsStoppedGoesOnWhenItIsStartedAndDeliversAllWhenItIsClosed() {
		ConfigurableApplicationContext context = TestApplications.run(TestApplications.LoggingAtItsEnd.class,
				TestApplications.sendingTo(this.server));
		context.stop();
		LoggerFactory.getLogger("orders").info("while stopped");
		context.start();
		LoggerFactory.getLogger("orders").info("while started");
		context.stop();
		ArrivedMessages.assertEachOnce(this.server, "Starting ", "while stopped", "while started");
		LoggerFactory.getLogger("orders").info("while stopped for good");
		context.close();
		ArrivedMessages.assertEachOnce(this.server, "while stopped for good", "the last line");
	}

	@Test
	void aContextThatPausesGoesOnDelivering() {
		try (ConfigurableApplicationContext context = TestApplications.run(TestApplications.LoggingAtItsEnd.class,
				TestApplications.sendingTo(this.server, "--cloudwatch.logs.batch.max-delay=50ms"))) {
			context.pause();
			LoggerFactory.getLogger("orders").info("while paused");
			await().atMost(Duration.ofSeconds(30))
				.until(() -> ArrivedMessages.at(this.server)
					.stream()
					.anyMatch((message) -> message.contains("while paused")));
		}
	}

}
