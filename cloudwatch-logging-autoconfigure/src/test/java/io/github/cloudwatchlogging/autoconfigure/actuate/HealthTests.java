package io.github.cloudwatchlogging.autoconfigure.actuate;

import java.time.Duration;
import java.time.Instant;

import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.junit.CloudWatchLogsExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;
import org.slf4j.Logger;

import org.springframework.boot.WebApplicationType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What {@code /actuator/health} says while the service does this or that.
 */
class HealthTests {

	private static final Logger logger = LoggerFactory.getLogger("shop");

	private static final String COMPONENT = "health/cloudWatchLogs";

	@RegisterExtension
	static final CloudWatchLogsExtension logs = new CloudWatchLogsExtension();

	private final EmbeddedCloudWatchLogs server = logs.server();

	@Test
	void isUpWithWhatEachStreamDidWhileEventsArrive() {
		Instant start = Instant.now();
		try (ActuatorApplication application = ActuatorApplication.start(this.server)) {
			await().until(() -> application.get(COMPONENT).json().at("/details/events/delivered").asInt() > 0
					&& application.get(COMPONENT).json().at("/details/events/pending").asInt() == 0);
			ActuatorApplication.Answer health = application.get(COMPONENT);
			assertThat(health.status()).isEqualTo(200);
			assertThat(health.text("/status")).isEqualTo("UP");
			assertThat(health.text("/details/streams/0/id")).isEqualTo("test:stream");
			assertThat(health.json().at("/details/streams/0/failing").asBoolean(true)).isFalse();
			assertThat(health.json().at("/details/streams/0/pendingBytes").asInt(-1)).isZero();
			assertThat(health.text("/details/streams/0/oldestPendingAge")).isEqualTo("PT0S");
			assertThat(Instant.parse(health.text("/details/streams/0/lastDelivered"))).isBetween(start, Instant.now());
			assertThat(health.json().at("/details/streams/0/events/delivered").asInt())
				.isEqualTo(this.server.events("test", "stream").size());
			assertThat(health.json().at("/details").has("reasons")).isFalse();
		}
	}

	@Test
	void isDownWhileTheServiceDeniesUsAndUpAgainAfterwards() {
		this.server.faults().onAny().always().deny();
		try (ActuatorApplication application = ActuatorApplication.start(this.server,
				"--cloudwatch.logs.retry.max-delay=20ms")) {
			await().until(() -> "DOWN".equals(application.get(COMPONENT).text("/status")));
			ActuatorApplication.Answer health = application.get(COMPONENT);
			assertThat(health.status()).isEqualTo(503);
			assertThat(application.get("health").status()).isEqualTo(503);
			assertThat(health.text("/details/reasons/0")).isEqualTo("cannot deliver: denied (AccessDeniedException)");
			assertThat(health.text("/details/streams/0/lastFailure/kind")).isEqualTo("denied");
			assertThat(health.text("/details/streams/0/lastFailure/code")).isEqualTo("AccessDeniedException");
			assertThat(health.text("/details/streams/0/lastFailure/stream")).isEqualTo("test:stream");
			assertThat(health.json().at("/details/streams/0/pendingBytes").asInt()).isPositive();
			this.server.faults().heal();
			await().until(() -> "UP".equals(application.get(COMPONENT).text("/status")));
			assertThat(application.get(COMPONENT).text("/details/streams/0/lastFailure/code"))
				.isEqualTo("AccessDeniedException");
		}
	}

	@Test
	void isDownWhileALogGroupIsMissingThatIsNotToBeCreated() {
		try (ActuatorApplication application = ActuatorApplication.start(this.server,
				"--cloudwatch.logs.create.group=false")) {
			await().until(() -> "DOWN".equals(application.get(COMPONENT).text("/status")));
			assertThat(application.get(COMPONENT).text("/details/streams/0/lastFailure/kind")).isEqualTo("missing");
		}
	}

	@Test
	void isDegradedWhichIsNoFailureOfTheApplicationWhileTheServiceIsAway() {
		this.server.faults().onAny().always().serviceUnavailable();
		try (ActuatorApplication application = ActuatorApplication.start(this.server)) {
			await().until(() -> "DEGRADED".equals(application.get(COMPONENT).text("/status")));
			assertThat(application.get(COMPONENT).status()).isEqualTo(200);
			assertThat(application.get("health").text("/status")).isEqualTo("DEGRADED");
			assertThat(application.get("health").status()).isEqualTo(200);
		}
	}

	@Test
	void isDownOnceNothingWasDeliveredForLongerThanTheThreshold() {
		this.server.faults().onAny().always().serviceUnavailable();
		try (ActuatorApplication application = ActuatorApplication.start(this.server,
				"--cloudwatch.logs.health.stalled-after=200ms")) {
			await().until(() -> "DOWN".equals(application.get(COMPONENT).text("/status")));
			assertThat(application.get(COMPONENT).text("/details/reasons/0"))
				.isEqualTo("events are pending and none was delivered for PT0.2S");
		}
	}

	@Test
	void isDegradedForAWhileAfterALoss() {
		try (ActuatorApplication application = ActuatorApplication.start(this.server)) {
			this.server.faults().on("PutLogEvents").always().poison((message) -> message.contains("poison"));
			logger.info("poison");
			await().until(() -> "DEGRADED".equals(application.get(COMPONENT).text("/status")));
			assertThat(application.get(COMPONENT).text("/details/reasons/0")).isEqualTo("events were lost lately");
			assertThat(application.get(COMPONENT).json().at("/details/events/dropped/refused").asInt()).isEqualTo(1);
		}
	}

	@Test
	void isUpAfterALossWhereLossesAreNoMatterOfHealth() {
		try (ActuatorApplication application = ActuatorApplication.start(this.server,
				"--cloudwatch.logs.health.loss-window=0")) {
			this.server.faults().on("PutLogEvents").always().poison((message) -> message.contains("poison"));
			logger.info("poison");
			await().until(() -> application.get(COMPONENT).json().at("/details/events/dropped/refused").asInt() == 1);
			await().until(() -> "UP".equals(application.get(COMPONENT).text("/status")));
		}
	}

	@Test
	void aDownOfSomebodyElseIsNotHiddenByDegraded() {
		this.server.faults().onAny().always().serviceUnavailable();
		try (ActuatorApplication application = ActuatorApplication.start(this.server,
				"--management.health.diskspace.threshold=1000TB")) {
			await().until(() -> "DEGRADED".equals(application.get(COMPONENT).text("/status")));
			assertThat(application.get("health").text("/status")).isEqualTo("DOWN");
			assertThat(application.get("health").status()).isEqualTo(503);
		}
	}

	@Test
	void anOrderOfTheUsersOwnIsKept() {
		this.server.faults().onAny().always().serviceUnavailable();
		try (ActuatorApplication application = ActuatorApplication.start(this.server,
				"--management.endpoint.health.status.order=up,degraded,down")) {
			await().until(() -> "DEGRADED".equals(application.get(COMPONENT).text("/status")));
			assertThat(application.get("health").text("/status")).isEqualTo("UP");
		}
	}

	@Test
	void isNoPartOfLiveness() {
		this.server.faults().onAny().always().deny();
		try (ActuatorApplication application = ActuatorApplication.start(this.server,
				"--management.endpoint.health.probes.enabled=true")) {
			await().until(() -> "DOWN".equals(application.get(COMPONENT).text("/status")));
			assertThat(application.get("health/liveness").text("/status")).isEqualTo("UP");
			assertThat(application.get("health/readiness").text("/status")).isEqualTo("UP");
		}
	}

	@Test
	void isAnsweredByAReactiveApplicationToo() {
		try (ActuatorApplication application = ActuatorApplication.start(WebApplicationType.REACTIVE, this.server)) {
			await().atMost(Duration.ofSeconds(20)).until(() -> "UP".equals(application.get(COMPONENT).text("/status")));
		}
	}

	@Test
	void isNotThereWhereItIsSwitchedOff() {
		try (ActuatorApplication application = ActuatorApplication.start(this.server,
				"--management.health.cloudwatchlogs.enabled=false")) {
			assertThat(application.get(COMPONENT).status()).isEqualTo(404);
		}
	}

	@Test
	void isNotThereWhereNothingIsShipped() {
		try (ActuatorApplication application = ActuatorApplication.start(this.server,
				"--cloudwatch.logs.enabled=false")) {
			assertThat(application.get(COMPONENT).status()).isEqualTo(404);
		}
	}

}
