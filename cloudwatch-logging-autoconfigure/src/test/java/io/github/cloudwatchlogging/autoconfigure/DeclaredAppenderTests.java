package io.github.cloudwatchlogging.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;

import io.github.cloudwatchlogging.logback.CloudWatchAppender;
import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.junit.CloudWatchLogsExtension;
import io.github.cloudwatchlogging.test.store.ReceivedEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;

import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/**
 * A Logback configuration of the user's own that declares the appender: it is the only
 * one, and is drained with the context.
 */
class DeclaredAppenderTests {

	@RegisterExtension
	static final CloudWatchLogsExtension logs = new CloudWatchLogsExtension();

	private final EmbeddedCloudWatchLogs server = logs.server();

	@TempDir
	private Path directory;

	@BeforeEach
	@AfterEach
	void makeTheNextStartConfigureLogback() {
		TestApplications.makeTheNextStartConfigureLogback();
	}

	@Test
	void isTheOnlyOneAndIsTheBeanAndIsDrainedWhenTheContextCloses() throws IOException {
		ConfigurableApplicationContext context = run("""
				<root level="INFO">
					<appender-ref ref="OURS"/>
				</root>
				""");
		assertThat(context.getBeansOfType(CloudWatchAppender.class)).hasSize(1);
		assertThat(context.getBean(CloudWatchAppender.class).getName()).isEqualTo("OURS");
		context.close();
		List<String> messages = messages("declared");
		assertThat(messages.get(0)).contains("Starting ");
		assertThat(messages.get(messages.size() - 1)).contains("the last line");
		assertThat(this.server.streams("test")).containsExactly("declared");
	}

	@Test
	void isFoundInAnAsynchronousAppenderOfAnyLogger() throws IOException {
		ConfigurableApplicationContext context = run("""
				<appender name="ASYNC" class="ch.qos.logback.classic.AsyncAppender">
					<appender-ref ref="OURS"/>
				</appender>
				<logger name="orders" level="INFO">
					<appender-ref ref="ASYNC"/>
				</logger>
				""");
		assertThat(context.getBean(CloudWatchAppender.class).getName()).isEqualTo("OURS");
		LoggerFactory.getLogger("orders").info("sold");
		context.close();
		// The other appender's thread may hand it on after the drain, and then it is sent
		// in its time. The next test must not get it.
		await().atMost(Duration.ofSeconds(30)).until(() -> this.server.eventCount() == 1);
	}

	@Test
	void anotherContextThatLivesGoesOnWithItsOwn() throws IOException {
		ConfigurableApplicationContext living = TestApplications.run(TestApplications.LoggingAtItsEnd.class,
				TestApplications.sendingTo(this.server, "--cloudwatch.logs.stream=living"));
		makeTheNextStartConfigureLogback();
		ConfigurableApplicationContext context = run("""
				<root level="INFO">
					<appender-ref ref="OURS"/>
				</root>
				""");
		LoggerFactory.getLogger("orders").info("for both");
		context.close();
		living.close();
		assertThat(messages("declared")).filteredOn((message) -> message.contains("for both")).hasSize(1);
		assertThat(messages("living")).filteredOn((message) -> message.contains("for both")).hasSize(1);
	}

	@Test
	void theContextClosesItsClientBean() throws IOException {
		CloudWatchLogsClient client;
		try (ConfigurableApplicationContext context = run("""
				<root level="INFO">
					<appender-ref ref="OURS"/>
				</root>
				""")) {
			client = context.getBean(CloudWatchLogsClient.class);
		}
		assertThatThrownBy(client::describeLogGroups).isInstanceOfAny(IllegalStateException.class,
				RejectedExecutionException.class);
	}

	private ConfigurableApplicationContext run(String loggers) throws IOException {
		Path file = Files.writeString(this.directory.resolve("logback-spring.xml"), """
				<configuration>
					<appender name="OURS" class="io.github.cloudwatchlogging.logback.CloudWatchAppender">
						<group>test</group>
						<stream>declared</stream>
						<region>%s</region>
						<endpoint>%s</endpoint>
						<credentials><accessKey>a</accessKey><secretKey>b</secretKey></credentials>
					</appender>
					%s
				</configuration>
				""".formatted(this.server.region(), this.server.endpoint(), loggers));
		return TestApplications.run(TestApplications.LoggingAtItsEnd.class,
				TestApplications.sendingTo(this.server, "--logging.config=" + file));
	}

	private List<String> messages(String stream) {
		return this.server.events("test", stream).stream().map(ReceivedEvent::message).toList();
	}

}
