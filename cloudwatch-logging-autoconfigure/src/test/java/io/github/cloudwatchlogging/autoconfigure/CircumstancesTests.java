package io.github.cloudwatchlogging.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.journal.RecordedRequest;
import io.github.cloudwatchlogging.test.junit.CloudWatchLogsExtension;
import io.github.cloudwatchlogging.test.store.ReceivedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Applications that are set up in other ways than most.
 */
class CircumstancesTests {

	@RegisterExtension
	static final CloudWatchLogsExtension logs = new CloudWatchLogsExtension();

	private final EmbeddedCloudWatchLogs server = logs.server();

	@Test
	void lazyInitializationChangesNothing() {
		TestApplications
			.run(ClientBeanTests.OwnClientBean.class,
					TestApplications.sendingTo(this.server, "--spring.main.lazy-initialization=true"))
			.close();
		assertThat(this.server.requests()).extracting(RecordedRequest::accessKey).containsOnly("key-of-the-client");
		assertThat(messages().get(0)).contains("Starting ");
		assertThat(messages()).anyMatch((message) -> message.contains("Started "));
	}

	@Test
	void virtualThreadsChangeNothing() {
		TestApplications
			.run(TestApplications.LoggingAtItsEnd.class,
					TestApplications.sendingTo(this.server, "--spring.threads.virtual.enabled=true"))
			.close();
		assertFromTheFirstLineToTheLast();
	}

	@Test
	void aConfigurationFileOfTheUsersOwnWithoutOurAppenderChangesNothing(@TempDir Path directory) throws IOException {
		Path file = Files.writeString(directory.resolve("logback-spring.xml"), """
				<configuration>
					<root level="INFO"/>
				</configuration>
				""");
		TestApplications
			.run(TestApplications.LoggingAtItsEnd.class,
					TestApplications.sendingTo(this.server, "--logging.config=" + file))
			.close();
		assertFromTheFirstLineToTheLast();
	}

	@Test
	void nothingIsLostWithoutTheShutdownHookOfLogging() throws Exception {
		try (ApplicationProcess process = ApplicationProcess.start(TestApplications.LongRunning.class,
				TestApplications.sendingTo(this.server, "--logging.register-shutdown-hook=false"))) {
			process.awaitOutput("UP").terminate();
			assertFromTheFirstLineToTheLast();
		}
	}

	@Test
	void nothingIsLostWhereSpringBootDoesNotConfigureLogging() throws Exception {
		try (ApplicationProcess process = ApplicationProcess.start(
				List.of("-Dorg.springframework.boot.logging.LoggingSystem=none"), TestApplications.LongRunning.class,
				TestApplications.sendingTo(this.server))) {
			process.awaitOutput("UP").terminate();
			assertThat(messages()).anyMatch((message) -> message.contains("Starting "))
				.anyMatch((message) -> message.contains("the last line"));
		}
	}

	@Test
	void lossesAreToldWhereSpringBootDoesNotConfigureLogging() throws Exception {
		this.server.faults().onAny().always().hang();
		try (ApplicationProcess process = ApplicationProcess
			.start(List.of("-Dorg.springframework.boot.logging.LoggingSystem=none", "-Dlogback.configurationFile=none"),
					TestApplications.LongRunning.class,
					TestApplications.sendingTo(this.server, "--cloudwatch.logs.shutdown.timeout=1s",
							"--cloudwatch.logs.delivery.api-timeout=200ms",
							"--cloudwatch.logs.batch.max-delay=50ms"))) {
			process.awaitOutput("UP").awaitOutput("Cannot deliver to test / stream");
		}
	}

	@Test
	void anApplicationWithoutLogbackStartsAndSaysThatNothingIsShipped() throws Exception {
		try (ApplicationProcess process = ApplicationProcess.startWithout("logback-",
				TestApplications.LongRunning.class, TestApplications.sendingTo(this.server))) {
			process.awaitOutput("UP");
			assertThat(process.output().lines().filter((line) -> line.contains("CloudWatch Logs"))).singleElement()
				.asString()
				.contains("needs Logback")
				.contains("org.slf4j.helpers.NOPLoggerFactory");
			process.terminate();
			assertThat(this.server.requests()).isEmpty();
		}
	}

	@Test
	void anApplicationWithLog4jInPlaceOfLogbackStartsAndSaysThatNothingIsShipped() throws Exception {
		ClassPath classPath = ClassPath.ofTests().without("logback-").without("log4j-to-slf4j").withAside("log4j2");
		try (ApplicationProcess process = ApplicationProcess.start(classPath, List.of(),
				TestApplications.LongRunning.class, TestApplications.sendingTo(this.server))) {
			assertThat(process.awaitOutput("UP").output().lines().filter((line) -> line.contains("CloudWatch Logs")))
				.singleElement()
				.asString()
				.contains("WARN", "needs Logback", "org.apache.logging.slf4j.Log4jLoggerFactory");
			process.terminate();
			assertThat(process.output()).contains("the last line");
			assertThat(this.server.requests()).isEmpty();
		}
	}

	@Test
	void anAppenderThatAFileOnTheClassPathDeclaresIsTheOnlyOne(@TempDir Path directory) throws Exception {
		Files.writeString(directory.resolve("logback-spring.xml"), """
				<configuration>
					<springProperty name="endpoint" source="cloudwatch.logs.endpoint"/>
					<appender name="OURS" class="io.github.cloudwatchlogging.logback.CloudWatchAppender">
						<group>test</group>
						<stream>declared</stream>
						<region>eu-central-1</region>
						<endpoint>${endpoint}</endpoint>
						<credentials><accessKey>a</accessKey><secretKey>b</secretKey></credentials>
					</appender>
					<root level="INFO">
						<appender-ref ref="OURS"/>
					</root>
				</configuration>
				""");
		try (ApplicationProcess process = ApplicationProcess.start(ClassPath.ofTests().with(directory), List.of(),
				TestApplications.LongRunning.class, TestApplications.sendingTo(this.server))) {
			process.awaitOutput("UP").terminate();
			assertThat(this.server.streams("test")).containsExactly("declared");
			assertFromTheFirstLineToTheLast("declared");
		}
	}

	@Test
	void aSecondRefreshIsRefusedAndTheContextGoesOnDelivering() {
		ConfigurableApplicationContext context = TestApplications.run(TestApplications.LoggingAtItsEnd.class,
				TestApplications.sendingTo(this.server));
		assertThatIllegalStateException().isThrownBy(context::refresh);
		LoggerFactory.getLogger("orders").info("after the second refresh");
		context.close();
		context.close();
		assertThat(messages()).filteredOn((message) -> message.contains("after the second refresh")).hasSize(1);
		assertFromTheFirstLineToTheLast();
	}

	@Test
	void anApplicationWithoutLogbackSaysNothingWhereItIsSwitchedOff() throws Exception {
		try (ApplicationProcess process = ApplicationProcess.startWithout("logback-",
				TestApplications.LongRunning.class,
				TestApplications.sendingTo(this.server, "--cloudwatch.logs.enabled=false"))) {
			assertThat(process.awaitOutput("UP").output()).doesNotContain("CloudWatch Logs");
		}
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void onLambdaOneWarningSaysThatTheAppenderIsNotMeantForIt(CapturedOutput output) {
		ConfigurableApplicationContext context = TestApplications.run(TestApplications.LoggingAtItsEnd.class,
				TestApplications.sendingTo(this.server, "--AWS_LAMBDA_FUNCTION_NAME=orders",
						"--cloudwatch.logs.stream=function"));
		context.stop();
		context.close();
		assertThat(output.toString().lines().filter((line) -> line.contains("Lambda"))).singleElement()
			.asString()
			.contains("WARN", "not meant for AWS Lambda");
		assertFromTheFirstLineToTheLast("function");
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void anApplicationWithoutRegionClosesWithoutAStackTrace(CapturedOutput output) {
		TestApplications
			.run(TestApplications.LoggingAtItsEnd.class, "--cloudwatch.logs.shutdown.timeout=1s",
					"--cloudwatch.logs.endpoint=" + this.server.endpoint(), "--cloudwatch.logs.group=test")
			.close();
		assertThat(output).doesNotContain("ContextClosedEvent").doesNotContain("\tat ");
	}

	private void assertFromTheFirstLineToTheLast() {
		assertFromTheFirstLineToTheLast("stream");
	}

	private void assertFromTheFirstLineToTheLast(String stream) {
		List<String> messages = messages(stream);
		assertThat(messages.get(0)).contains("Starting ");
		assertThat(messages.get(messages.size() - 1)).contains("the last line");
	}

	private List<String> messages() {
		return messages("stream");
	}

	private List<String> messages(String stream) {
		return this.server.events("test", stream).stream().map(ReceivedEvent::message).toList();
	}

}
