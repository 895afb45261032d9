package io.github.cloudwatchlogging.autoconfigure;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.github.cloudwatchlogging.autoconfigure.observe.CloudWatchLogsDeliveryAutoConfiguration;
import io.github.cloudwatchlogging.logback.CloudWatchAppender;
import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.junit.CloudWatchLogsExtension;
import io.github.cloudwatchlogging.test.store.ReceivedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/**
 * An application's life in the service's records, with contexts that come and go in this
 * JVM.
 */
class ApplicationLifeTests {

	@RegisterExtension
	static final CloudWatchLogsExtension logs = new CloudWatchLogsExtension();

	private final EmbeddedCloudWatchLogs server = logs.server();

	@Test
	void everyLineFromStartingToTheLastDestroyMethodIsThereWhenCloseReturns() {
		TestApplications.run(TestApplications.LoggingAtItsEnd.class, TestApplications.sendingTo(this.server)).close();
		List<String> messages = messages("stream");
		assertThat(messages.get(0)).contains("Starting ");
		assertThat(messages.get(messages.size() - 1)).contains("the last line");
	}

	@Test
	void whatIsLoggedAfterTheContextIsClosedIsDeliveredToo() {
		TestApplications
			.run(TestApplications.LoggingAtItsEnd.class,
					TestApplications.sendingTo(this.server, "--cloudwatch.logs.batch.max-delay=50ms"))
			.close();
		LoggerFactory.getLogger("after").info("after the end");
		await().until(() -> messages("stream").stream().anyMatch((message) -> message.contains("after the end")));
	}

	@Test
	void theFailureOfAStartIsDelivered() {
		assertThatThrownBy(() -> TestApplications.run(TestApplications.Broken.class,
				TestApplications.sendingTo(this.server, "--cloudwatch.logs.batch.max-delay=50ms")))
			.hasRootCauseMessage("the bean is broken");
		await().until(() -> messages("stream").stream()
			.anyMatch((message) -> message.contains("Application run failed")
					&& message.contains("java.lang.IllegalStateException: the bean is broken")));
	}

	@Test
	void aStartThatFailsWhenItHasItsBeansDoesNotWaitForAClientThatNobodyCanCreate() {
		Instant start = Instant.now();
		assertThatThrownBy(() -> TestApplications.run(BrokenLifecycle.class,
				TestApplications.sendingTo(this.server, "--cloudwatch.logs.batch.max-delay=50ms")))
			.hasRootCauseMessage("the lifecycle is broken");
		assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(8));
		assertThat(messages("stream").get(0)).contains("Starting ");
		await()
			.until(() -> messages("stream").stream().anyMatch((message) -> message.contains("Application run failed")));
	}

	@Test
	void twoContextsWithTheSameSettingsShareAnAppenderAndTheOtherGoesOnWhenOneIsClosed() {
		String[] arguments = TestApplications.sendingTo(this.server);
		ConfigurableApplicationContext first = TestApplications.run(TestApplications.LoggingAtItsEnd.class, arguments);
		ConfigurableApplicationContext second = TestApplications.run(TestApplications.LoggingAtItsEnd.class, arguments);
		first.close();
		LoggerFactory.getLogger("between").info("logged once");
		second.close();
		assertThat(messages("stream").stream().filter((message) -> message.contains("logged once"))).hasSize(1);
	}

	@Test
	void twoContextsWithDifferentSettingsEachDeliverAndTheOtherGoesOnWhenOneIsClosed() {
		ConfigurableApplicationContext first = TestApplications.run(TestApplications.LoggingAtItsEnd.class,
				TestApplications.sendingTo(this.server, "--cloudwatch.logs.stream=first"));
		ConfigurableApplicationContext second = TestApplications.run(TestApplications.LoggingAtItsEnd.class,
				TestApplications.sendingTo(this.server, "--cloudwatch.logs.stream=second"));
		second.close();
		LoggerFactory.getLogger("between").info("only for the first");
		first.close();
		assertThat(messages("first")).anyMatch((message) -> message.contains("only for the first"));
		assertThat(messages("second")).anyMatch((message) -> message.contains("the last line"))
			.noneMatch((message) -> message.contains("only for the first"));
	}

	@Test
	void aContextGoesOnDeliveringWhenLaterOnesHaveResetLogback() {
		ConfigurableApplicationContext first = TestApplications.run(TestApplications.LoggingAtItsEnd.class,
				TestApplications.sendingTo(this.server, "--cloudwatch.logs.stream=first"));
		TestApplications
			.run(TestApplications.LoggingAtItsEnd.class,
					TestApplications.sendingTo(this.server, "--cloudwatch.logs.stream=second"))
			.close();
		ConfigurableApplicationContext third = TestApplications.run(TestApplications.LoggingAtItsEnd.class,
				TestApplications.sendingTo(this.server, "--cloudwatch.logs.stream=third"));
		LoggerFactory.getLogger("later").info("after the reset");
		third.close();
		first.close();
		assertThat(messages("first")).anyMatch((message) -> message.contains("after the reset"));
		assertThat(messages("third")).anyMatch((message) -> message.contains("after the reset"));
	}

	@Test
	void aContextGoesOnDeliveringWhenALaterOneHasItSwitchedOff() {
		ConfigurableApplicationContext first = TestApplications.run(TestApplications.LoggingAtItsEnd.class,
				TestApplications.sendingTo(this.server));
		TestApplications
			.run(TestApplications.LoggingAtItsEnd.class,
					TestApplications.sendingTo(this.server, "--cloudwatch.logs.stream=second"))
			.close();
		ConfigurableApplicationContext third = TestApplications.run(TestApplications.LoggingAtItsEnd.class,
				TestApplications.sendingTo(this.server, "--cloudwatch.logs.enabled=false"));
		LoggerFactory.getLogger("later").info("after the reset");
		third.close();
		first.close();
		assertThat(messages("stream")).anyMatch((message) -> message.contains("after the reset"));
	}

	@Test
	void theAppenderIsShownToNobodyWhoMightWrapIt() {
		try (ConfigurableApplicationContext context = TestApplications.run(WrapsBeans.class,
				TestApplications.sendingTo(this.server))) {
			assertThat(context.getBean(CloudWatchAppender.class).isStarted()).isTrue();
			assertThat(context.getBean(Wrapper.class).seen).isNotEmpty()
				.noneMatch(CloudWatchAppender.class::isInstance);
		}
	}

	@Test
	void everythingIsThereWhenCloseReturnsThoughNothingIsAutoConfigured() {
		TestApplications.run(TestApplications.WithoutAutoConfiguration.class, TestApplications.sendingTo(this.server))
			.close();
		List<String> messages = messages("stream");
		assertThat(messages.get(0)).contains("Starting ");
		assertThat(messages.get(messages.size() - 1)).contains("the last line");
	}

	@Test
	void theServerMayBeDownAtTheStartAndComeUpLater() {
		this.server.stop();
		try (ConfigurableApplicationContext context = TestApplications.run(TestApplications.LoggingAtItsEnd.class,
				TestApplications.sendingTo(this.server, "--cloudwatch.logs.batch.max-delay=50ms",
						"--cloudwatch.logs.retry.max-delay=100ms"))) {
			assertThat(context.isActive()).isTrue();
			this.server.restart();
			await().until(() -> !messages("stream").isEmpty());
			assertThat(messages("stream").get(0)).contains("Starting ");
		}
	}

	@Test
	void nothingIsAttachedWhereItIsSwitchedOff() {
		ConfigurableApplicationContext context = TestApplications.run(TestApplications.LoggingAtItsEnd.class,
				TestApplications.sendingTo(this.server, "--cloudwatch.logs.enabled=false"));
		assertThat(context.getBeanDefinitionNames()).filteredOn((name) -> name.contains("loudWatchLogs"))
			.containsExactlyInAnyOrder(CloudWatchLogsDeliveryAutoConfiguration.class.getName(),
					"noCloudWatchLogsDelivery");
		assertThat(context.containsBean("cloudWatchAppender")).isFalse();
		context.close();
		assertThat(this.server.eventCount()).isZero();
		assertThat(this.server.requests()).isEmpty();
	}

	@Test
	void oneEventAtDebugLeadsToOnePut() {
		try (ConfigurableApplicationContext context = TestApplications.run(TestApplications.LoggingAtItsEnd.class,
				TestApplications.sendingTo(this.server, "--logging.level.root=DEBUG",
						"--cloudwatch.logs.batch.max-delay=50ms"))) {
			assertThat(context.isActive()).isTrue();
			await().during(Duration.ofSeconds(1)).until(this::putCount, new Unchanged()::isSame);
			long before = putCount();
			LoggerFactory.getLogger("application").debug("the one event");
			await().until(() -> putCount() == before + 1);
			await().during(Duration.ofSeconds(1)).until(() -> putCount() == before + 1);
		}
	}

	private long putCount() {
		return this.server.requests("PutLogEvents").size();
	}

	private List<String> messages(String stream) {
		return this.server.events("test", stream).stream().map(ReceivedEvent::message).toList();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class BrokenLifecycle implements SmartLifecycle {

		@Override
		public void start() {
			throw new IllegalStateException("the lifecycle is broken");
		}

		@Override
		public void stop() {
		}

		@Override
		public boolean isRunning() {
			return false;
		}

	}

	/**
	 * Remembers the last value it saw.
	 */
	private static final class Unchanged {

		private long last = -1;

		boolean isSame(long value) {
			boolean same = value == this.last;
			this.last = value;
			return same;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Wrapper.class)
	static class WrapsBeans {

	}

	static class Wrapper implements BeanPostProcessor {

		private final List<Object> seen = new ArrayList<>();

		@Override
		public Object postProcessAfterInitialization(Object bean, String beanName) {
			this.seen.add(bean);
			return bean;
		}

	}

}
