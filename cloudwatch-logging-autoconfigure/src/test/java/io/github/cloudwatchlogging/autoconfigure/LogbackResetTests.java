package io.github.cloudwatchlogging.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import io.github.cloudwatchlogging.logback.CloudWatchAppender;
import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.junit.CloudWatchLogsExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Somebody resets Logback while the application runs.
 */
class LogbackResetTests {

	@RegisterExtension
	static final CloudWatchLogsExtension logs = new CloudWatchLogsExtension();

	private final EmbeddedCloudWatchLogs server = logs.server();

	private final LoggerContext loggerContext = (LoggerContext) LoggerFactory.getILoggerFactory();

	// The second start configures it, and has the next one do so too.
	@AfterEach
	void configureLogbackAgain() {
		TestApplications.makeTheNextStartConfigureLogback();
		TestApplications.makeTheNextStartConfigureLogback();
	}

	@Test
	void whatIsLoggedAfterAResetIsDeliveredOnce() {
		ConfigurableApplicationContext context = run();
		reset();
		reset();
		LoggerFactory.getLogger("orders").info("after the reset");
		context.close();
		assertArrivedOnce("after the reset");
		assertThat(ArrivedMessages.at(this.server).get(ArrivedMessages.at(this.server).size() - 1))
			.contains("the last line");
	}

	@Test
	void whatWasLoggedBeforeAResetIsDelivered() {
		ConfigurableApplicationContext context = run();
		LoggerFactory.getLogger("orders").info("before the reset");
		reset();
		assertArrivedOnce("before the reset");
		context.close();
	}

	@Test
	void aFileThatLogbackReadsAgainLeavesOurAppenderWhereItWas(@TempDir Path directory) throws IOException {
		Path file = write(directory.resolve("logback.xml"), "INFO");
		ConfigurableApplicationContext context = TestApplications.run(TestApplications.LoggingAtItsEnd.class,
				TestApplications.sendingTo(this.server, "--logging.config=" + file));
		write(file, "DEBUG");
		assertThat(file.toFile().setLastModified(file.toFile().lastModified() + 10_000)).isTrue();
		await().until(() -> LoggerFactory.getLogger("orders").isDebugEnabled());
		await().until(() -> this.loggerContext.getLogger(Logger.ROOT_LOGGER_NAME).getLevel() == Level.WARN);
		LoggerFactory.getLogger("orders").debug("with the new file");
		context.close();
		assertArrivedOnce("with the new file");
	}

	@Test
	void nothingIsAttachedByAResetOnceTheLastContextIsClosed() {
		run().close();
		reset();
		assertThat(this.loggerContext.getLogger(Logger.ROOT_LOGGER_NAME).iteratorForAppenders()).toIterable()
			.noneMatch(CloudWatchAppender.class::isInstance);
	}

	@Test
	void aStopOfLogbackStopsTheAppenderOfALivingContext() {
		try (ConfigurableApplicationContext context = run()) {
			LoggerFactory.getLogger("orders").info("before the stop");
			this.loggerContext.stop();
			assertThat(context.getBean(CloudWatchAppender.class).isStarted()).isFalse();
			assertArrivedOnce("before the stop");
		}
		finally {
			LoggingSystem.get(getClass().getClassLoader()).cleanUp();
		}
	}

	private ConfigurableApplicationContext run() {
		return TestApplications.run(TestApplications.LoggingAtItsEnd.class, TestApplications.sendingTo(this.server));
	}

	private void reset() {
		this.loggerContext.reset();
		this.loggerContext.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.INFO);
	}

	private static Path write(Path file, String level) throws IOException {
		return Files.writeString(file, """
				<configuration scan="true" scanPeriod="20 milliseconds">
					<logger name="orders" level="%s"/>
					<logger name="io.github" level="INFO"/>
					<root level="WARN"/>
				</configuration>
				""".formatted(level));
	}

	private void assertArrivedOnce(String text) {
		assertThat(ArrivedMessages.at(this.server)).filteredOn((message) -> message.contains(text)).hasSize(1);
	}

}
