package io.github.cloudwatchlogging.autoconfigure;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Spliterators;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.StreamSupport;

import ch.qos.logback.classic.LoggerContext;
import io.github.cloudwatchlogging.delivery.DeliveryThread;
import io.github.cloudwatchlogging.logback.CloudWatchAppender;
import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.junit.CloudWatchLogsExtension;
import io.github.cloudwatchlogging.test.store.ReceivedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/**
 * Many contexts in one JVM, as in test suites and under devtools: nothing is lost, and
 * nothing is left of those that are closed.
 */
class ContextsComeAndGoTests {

	@RegisterExtension
	static final CloudWatchLogsExtension logs = new CloudWatchLogsExtension();

	private final EmbeddedCloudWatchLogs server = logs.server();

	@Test
	void thirtyContextsOneAfterTheOtherLoseNothingAndLeaveOneAppenderBehind() {
		for (int number = 0; number < 30; number++) {
			ConfigurableApplicationContext context = run(number);
			LoggerFactory.getLogger("application").info("in context {}.", number);
			context.close();
			assertArrived(number);
		}
		assertOnlyTheLastIsLeft();
	}

	@Test
	void thirtyContextsThatOverlapLoseNothingAndLeaveOneAppenderBehind() {
		Deque<ConfigurableApplicationContext> open = new ArrayDeque<>();
		for (int number = 0; number < 30; number++) {
			open.addLast(run(number));
			LoggerFactory.getLogger("application").info("in context {}.", number);
			if (open.size() > 3) {
				open.removeFirst().close();
			}
		}
		open.forEach(ConfigurableApplicationContext::close);
		for (int number = 0; number < 30; number++) {
			assertArrived(number);
		}
		assertOnlyTheLastIsLeft();
	}

	@Test
	void oneApplicationCanRunTwiceAndItsContextsBeClosedTwice() {
		SpringApplication application = new SpringApplication(TestApplications.LoggingAtItsEnd.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		ConfigurableApplicationContext first = application
			.run(TestApplications.sendingTo(this.server, "--cloudwatch.logs.stream=first"));
		ConfigurableApplicationContext second = application
			.run(TestApplications.sendingTo(this.server, "--cloudwatch.logs.stream=second"));
		first.close();
		first.close();
		LoggerFactory.getLogger("application").info("for the second");
		second.close();
		second.close();
		assertThat(messages("first")).anyMatch((message) -> message.contains("the last line"));
		assertThat(messages("second")).anyMatch((message) -> message.contains("for the second"));
		assertOnlyTheLastIsLeft();
	}

	@Test
	void clientsOfClosedContextsAreClosedThoughTheAppenderThatTheySharedGoesOn() {
		List<CloudWatchLogsClient> clients = new ArrayList<>();
		try (ConfigurableApplicationContext living = run(1)) {
			for (int number = 0; number < 4; number++) {
				try (ConfigurableApplicationContext context = run(1)) {
					clients.add(context.getBean(CloudWatchLogsClient.class));
				}
			}
			assertThat(clients.subList(0, 3)).allSatisfy((client) -> assertThatThrownBy(client::describeLogGroups)
				.isInstanceOfAny(IllegalStateException.class, RejectedExecutionException.class));
			assertThat(living.getBean(CloudWatchLogsClient.class).describeLogGroups().logGroups()).isNotEmpty();
			LoggerFactory.getLogger("application").info("in context 1.");
		}
		assertArrived(1);
	}

	// Two of three have equal settings.
	private ConfigurableApplicationContext run(int number) {
		return TestApplications.run(TestApplications.LoggingAtItsEnd.class,
				TestApplications.sendingTo(this.server, "--cloudwatch.logs.stream=" + stream(number)));
	}

	private static String stream(int number) {
		return (number % 3 == 0) ? "own-" + number : "shared";
	}

	private void assertArrived(int number) {
		assertThat(
				messages(stream(number)).stream().filter((message) -> message.contains("in context " + number + ".")))
			.as("context " + number)
			.hasSize(1);
	}

	private static void assertOnlyTheLastIsLeft() {
		LoggerContext loggerContext = (LoggerContext) LoggerFactory.getILoggerFactory();
		assertThat(StreamSupport.stream(Spliterators
			.spliteratorUnknownSize(loggerContext.getLogger(Logger.ROOT_LOGGER_NAME).iteratorForAppenders(), 0), false))
			.filteredOn(CloudWatchAppender.class::isInstance)
			.hasSize(1);
		assertThat(loggerContext.getStatusManager().getCopyOfStatusListenerList())
			.filteredOn(AttachedAppenders.class::isInstance)
			.hasSize(1);
		await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(dispatchers()).hasSize(1));
		assertThat(deliveryThreads()).hasSizeLessThan(7);
	}

	private static List<Thread> dispatchers() {
		return deliveryThreads().stream().filter((thread) -> !thread.getName().contains("sender")).toList();
	}

	private static List<Thread> deliveryThreads() {
		return Thread.getAllStackTraces().keySet().stream().filter(DeliveryThread.class::isInstance).toList();
	}

	private List<String> messages(String stream) {
		return this.server.events("test", stream).stream().map(ReceivedEvent::message).toList();
	}

}
