package io.github.cloudwatchlogging.autoconfigure.observe;

import java.time.Duration;

import io.github.cloudwatchlogging.autoconfigure.TestApplications;
import io.github.cloudwatchlogging.delivery.DeliverySnapshot;
import io.github.cloudwatchlogging.delivery.FlushResult;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.ledger.Balance;
import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.junit.CloudWatchLogsExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link CloudWatchLogsDelivery}, as an application's own code uses it.
 */
class CloudWatchLogsDeliveryTests {

	private static final Logger logger = LoggerFactory.getLogger("shop");

	@RegisterExtension
	static final CloudWatchLogsExtension logs = new CloudWatchLogsExtension();

	private final EmbeddedCloudWatchLogs server = logs.server();

	@Test
	void whatWasLoggedBeforeAFlushIsAtTheServiceAfterIt() {
		try (ConfigurableApplicationContext context = start("--cloudwatch.logs.max-destinations=211")) {
			CloudWatchLogsDelivery delivery = context.getBean(CloudWatchLogsDelivery.class);
			logger.info("before the checkpoint");
			assertThat(delivery.status().balance().pending()).isPositive();
			FlushResult result = delivery.flush(Duration.ofSeconds(20));
			assertThat(result.isComplete()).isTrue();
			assertThat(result.delivered()).isEqualTo(this.server.events().size());
			assertThat(this.server.events()).last()
				.satisfies((event) -> assertThat(event.message()).contains("before the checkpoint"));
			assertThat(delivery.status().balance().pending()).isZero();
		}
	}

	@Test
	void aFlushThatCannotDeliverSaysWhatIsLeftAndThrowsNothing() {
		this.server.faults().onAny().always().serviceUnavailable();
		try (ConfigurableApplicationContext context = start("--cloudwatch.logs.max-destinations=212")) {
			CloudWatchLogsDelivery delivery = context.getBean(CloudWatchLogsDelivery.class);
			FlushResult result = delivery.flush(Duration.ofMillis(200));
			assertThat(result.isComplete()).isFalse();
			assertThat(result.streams()).singleElement().satisfies((stream) -> {
				assertThat(stream.destination()).isEqualTo(new Destination("test", "stream"));
				assertThat(stream.left()).isPositive().isEqualTo(result.left());
			});
		}
	}

	@Test
	void isThereWhereNothingIsShippedToo() {
		try (ConfigurableApplicationContext context = start("--cloudwatch.logs.enabled=false")) {
			CloudWatchLogsDelivery delivery = context.getBean(CloudWatchLogsDelivery.class);
			assertThat(delivery.flush(Duration.ofSeconds(20)).isComplete()).isTrue();
			DeliverySnapshot status = delivery.status();
			assertThat(status.balance()).isEqualTo(Balance.ZERO);
			assertThat(this.server.requests()).isEmpty();
		}
	}

	private ConfigurableApplicationContext start(String setting) {
		return new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.run(TestApplications.sendingTo(this.server, "--cloudwatch.logs.batch.max-delay=1h",
					"--cloudwatch.logs.shutdown.timeout=1s", setting));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
