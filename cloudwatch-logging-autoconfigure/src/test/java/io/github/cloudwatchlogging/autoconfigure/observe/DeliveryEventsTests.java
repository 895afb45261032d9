package io.github.cloudwatchlogging.autoconfigure.observe;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

import io.github.cloudwatchlogging.autoconfigure.TestApplications;
import io.github.cloudwatchlogging.delivery.Trouble;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.junit.CloudWatchLogsExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The application events of a delivery that breaks and recovers.
 */
class DeliveryEventsTests {

	private static final Logger logger = LoggerFactory.getLogger("shop");

	private static final Destination DESTINATION = new Destination("test", "stream");

	@RegisterExtension
	static final CloudWatchLogsExtension logs = new CloudWatchLogsExtension();

	private final EmbeddedCloudWatchLogs server = logs.server();

	@Test
	void tellWhenDeliveryBreaksAndWhenItRecovers() {
		try (ConfigurableApplicationContext context = start("201")) {
			Listening listening = context.getBean(Listening.class);
			await().until(() -> !this.server.events().isEmpty());
			assertThat(listening.events).isEmpty();
			this.server.faults().onAny().always().deny();
			logger.info("while nobody may");
			await().until(() -> listening.events.size() == 1);
			assertThat(listening.events).first()
				.isInstanceOfSatisfying(CloudWatchLogsDeliveryFailingEvent.class, (failing) -> {
					assertThat(failing.destination()).isEqualTo(DESTINATION);
					assertThat(failing.trouble().kind()).isEqualTo(Trouble.Kind.DENIED);
					assertThat(failing.trouble().code()).isEqualTo("AccessDeniedException");
				});
			this.server.faults().heal();
			await().until(() -> listening.events.size() == 2);
			assertThat(listening.events).last()
				.isInstanceOfSatisfying(CloudWatchLogsDeliveryRecoveredEvent.class,
						(recovered) -> assertThat(recovered.destination()).isEqualTo(DESTINATION));
		}
	}

	@Test
	void tellWhatBrokeBeforeThereWasAContext() {
		this.server.faults().onAny().always().serviceUnavailable();
		try (ConfigurableApplicationContext context = start("202")) {
			Listening listening = context.getBean(Listening.class);
			await().until(() -> !listening.events.isEmpty());
			assertThat(listening.events).first().isInstanceOf(CloudWatchLogsDeliveryFailingEvent.class);
			this.server.faults().heal();
			await().until(() -> listening.events.size() == 2);
		}
	}

	@Test
	void aListenerThatWaitsHoldsNeitherLogCallsNorDelivery() {
		this.server.faults().on("PutLogEvents").times(1).throttle();
		try (ConfigurableApplicationContext context = start("203", "--waiting=true")) {
			Listening listening = context.getBean(Listening.class);
			await().until(() -> listening.thread != null);
			logger.info("while a listener waits");
			await().until(() -> this.server.events()
				.stream()
				.anyMatch((event) -> event.message().contains("while a listener")));
			assertThat(listening.thread).isEqualTo("cloudwatch-logs-events");
			listening.release.countDown();
			await()
				.until(() -> this.server.events().stream().anyMatch((event) -> event.message().contains("heard of")));
		}
	}

	@Test
	void aListenerThatFailsIsToldInTheLogAndHearsTheNext() {
		this.server.faults().on("PutLogEvents").times(1).throttle();
		try (ConfigurableApplicationContext context = start("204", "--failing=true")) {
			Listening listening = context.getBean(Listening.class);
			await().until(() -> listening.events.size() == 2);
			await().until(() -> this.server.events()
				.stream()
				.anyMatch((event) -> event.message()
					.contains("A listener failed on CloudWatchLogsDeliveryFailingEvent")));
		}
	}

	@Test
	void aContextThatHasEndedHearsNothing() {
		ConfigurableApplicationContext ended = start("205");
		Listening listening = ended.getBean(Listening.class);
		try (ConfigurableApplicationContext living = start("205")) {
			ended.close();
			this.server.faults().onAny().always().deny();
			logger.info("while nobody may");
			await().until(() -> living.getBean(Listening.class).events.size() == 1);
			assertThat(listening.events).isEmpty();
			this.server.faults().heal();
		}
	}

	private ConfigurableApplicationContext start(String destinations, String... more) {
		String[] arguments = TestApplications.sendingTo(this.server, "--cloudwatch.logs.batch.max-delay=50ms",
				"--cloudwatch.logs.retry.max-delay=50ms", "--cloudwatch.logs.shutdown.timeout=1s",
				"--cloudwatch.logs.max-destinations=" + destinations,
				"--waiting=" + String.join("", more).contains("waiting"),
				"--failing=" + String.join("", more).contains("failing"));
		return new SpringApplicationBuilder(Listening.class).web(WebApplicationType.NONE).run(arguments);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Listening {

		final Queue<Object> events = new ConcurrentLinkedQueue<>();

		final CountDownLatch release = new CountDownLatch(1);

		volatile @Nullable String thread;

		private final boolean waiting;

		private final boolean failing;

		Listening(Environment environment) {
			this.waiting = environment.getRequiredProperty("waiting", Boolean.class);
			this.failing = environment.getRequiredProperty("failing", Boolean.class);
		}

		@EventListener
		void onFailing(CloudWatchLogsDeliveryFailingEvent event) throws InterruptedException {
			this.thread = Thread.currentThread().getName();
			if (this.waiting) {
				this.release.await();
			}
			this.events.add(event);
			logger.info("heard of {}", event.trouble().kind());
			if (this.failing) {
				throw new IllegalStateException("a listener that fails");
			}
		}

		@EventListener
		void onRecovered(CloudWatchLogsDeliveryRecoveredEvent event) {
			this.events.add(event);
		}

	}

}
