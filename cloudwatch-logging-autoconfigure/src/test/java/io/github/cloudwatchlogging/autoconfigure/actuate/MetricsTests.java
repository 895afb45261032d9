package io.github.cloudwatchlogging.autoconfigure.actuate;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import io.github.cloudwatchlogging.logback.CloudWatchAppender;
import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.junit.CloudWatchLogsExtension;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The meters against what arrived.
 */
class MetricsTests {

	private static final Logger logger = LoggerFactory.getLogger("shop");

	private static final String LONG_DELAY = "--cloudwatch.logs.batch.max-delay=1h";

	@RegisterExtension
	static final CloudWatchLogsExtension logs = new CloudWatchLogsExtension();

	private final EmbeddedCloudWatchLogs server = logs.server();

	@Test
	void eventsAreCountedByHowTheyEnded() {
		try (ActuatorApplication application = ActuatorApplication.start(this.server)) {
			this.server.faults().on("PutLogEvents").always().poison((message) -> message.contains("poison"));
			logger.info("poison");
			MeterRegistry registry = application.bean(MeterRegistry.class);
			await().until(
					() -> registry.get("cloudwatch.logs.dropped").tag("cause", "refused").functionCounter().count() == 1
							&& pending(registry) == 0);
			assertThat(sum(registry, "delivered") + sum(registry, "rejected") + sum(registry, "dropped")
					+ sum(registry, "left"))
				.isEqualTo(sum(registry, "accepted") + sum(registry, "recovered"));
			assertThat(sum(registry, "delivered")).isEqualTo(this.server.events().size());
		}
	}

	private static double sum(MeterRegistry registry, String events) {
		return registry.get("cloudwatch.logs." + events)
			.functionCounters()
			.stream()
			.mapToDouble(FunctionCounter::count)
			.sum();
	}

	private static double pending(MeterRegistry registry) {
		return registry.get("cloudwatch.logs.pending").gauge().value();
	}

	@Test
	void callsAreMeasuredByTimeSizeLagAndRetries() {
		this.server.faults().on("PutLogEvents").times(2).throttle();
		try (ActuatorApplication application = ActuatorApplication.start(this.server, LONG_DELAY)) {
			MeterRegistry registry = application.bean(MeterRegistry.class);
			logger.info("measured");
			application.post("cloudwatchlogs", "{}");
			await().until(() -> registry.get("cloudwatch.logs.put").tag("outcome", "delivered").timer().count() == 1);
			assertThat(registry.get("cloudwatch.logs.put").tag("outcome", "failed").timer().count()).isEqualTo(2);
			assertThat(registry.get("cloudwatch.logs.put")
				.tag("outcome", "failed")
				.timer()
				.totalTime(TimeUnit.NANOSECONDS)).isPositive();
			assertThat(registry.get("cloudwatch.logs.retries").counter().count()).isGreaterThanOrEqualTo(2);
			assertThat(registry.get("cloudwatch.logs.batch.events").summary().max())
				.isEqualTo(this.server.events().size());
			assertThat(registry.get("cloudwatch.logs.batch.size").summary().max()).isPositive();
			await().until(() -> registry.get("cloudwatch.logs.delivery.lag").timer().count() == 1);
		}
	}

	@Test
	void whatWaitsIsGauged() {
		this.server.faults().onAny().always().serviceUnavailable();
		try (ActuatorApplication application = ActuatorApplication.start(this.server)) {
			MeterRegistry registry = application.bean(MeterRegistry.class);
			await().until(() -> registry.get("cloudwatch.logs.streams.failing").gauge().value() == 1);
			assertThat(registry.get("cloudwatch.logs.streams").gauge().value()).isEqualTo(1);
			assertThat(pending(registry)).isPositive();
			assertThat(registry.get("cloudwatch.logs.pending.age").timeGauge().value(TimeUnit.SECONDS)).isPositive();
			assertThat(registry.get("cloudwatch.logs.buffer.used").gauge().value()).isPositive();
			assertThat(registry.get("cloudwatch.logs.buffer.limit").gauge().value()).isEqualTo(64 * 1024 * 1024);
			assertThat(registry.find("cloudwatch.logs.spool.used").gauge()).isNull();
		}
	}

	@Test
	void theSpoolIsGaugedWhereThereIsOne(@TempDir Path directory) {
		try (ActuatorApplication application = ActuatorApplication.start(this.server,
				"--cloudwatch.logs.spool.enabled=true",
				"--cloudwatch.logs.spool.directory=" + directory.resolve("s"))) {
			MeterRegistry registry = application.bean(MeterRegistry.class);
			// Files that are kept ready take a part of the bound.
			assertThat(registry.get("cloudwatch.logs.spool.limit").gauge().value()).isBetween(1000.0 * 1024 * 1024,
					1024.0 * 1024 * 1024);
			assertThat(registry.get("cloudwatch.logs.spool.used").gauge().value()).isNotNegative();
		}
	}

	@Test
	void noTagHasMoreValuesThanThereAreOutcomesAndCauses() {
		try (ActuatorApplication application = ActuatorApplication.start(this.server)) {
			assertThat(application.bean(MeterRegistry.class).getMeters()).map(Meter::getId)
				.filteredOn((id) -> id.getName().startsWith("cloudwatch.logs."))
				.hasSizeBetween(30, 50)
				.allSatisfy((id) -> assertThat(id.getTags()).map(Tag::getKey).isSubsetOf("outcome", "cause"))
				.allSatisfy((id) -> assertThat(id.getDescription()).isNotBlank());
		}
	}

	@Test
	void streamsAreTagsWhereSomebodyAsksForIt() {
		this.server.faults().onAny().always().serviceUnavailable();
		try (ActuatorApplication application = ActuatorApplication.start(this.server,
				"--cloudwatch.logs.metrics.per-stream=true", "--cloudwatch.logs.stream=none")) {
			MeterRegistry registry = application.bean(MeterRegistry.class);
			await().until(() -> ofStream(registry, "failing") == 1);
			assertThat(ofStream(registry, "pending")).isPositive();
			assertThat(ofStream(registry, "pending.age")).isPositive();
			this.server.faults().heal();
			await().until(() -> ofStream(registry, "failing") == 0 && ofStream(registry, "pending") == 0);
		}
	}

	private static double ofStream(MeterRegistry registry, String meter) {
		pending(registry);
		return registry.get("cloudwatch.logs.stream." + meter).tags("group", "test", "stream", "none").gauge().value();
	}

	@Test
	void aContextThatHasEndedMeasuresNoMore() {
		ActuatorApplication application = ActuatorApplication.start(this.server, LONG_DELAY);
		CloudWatchAppender appender = application.bean(CloudWatchAppender.class);
		MeterRegistry registry = application.bean(MeterRegistry.class);
		application.close();
		double retries = registry.get("cloudwatch.logs.retries").counter().count();
		appender.meters().retryScheduled();
		assertThat(registry.get("cloudwatch.logs.retries").counter().count()).isEqualTo(retries);
	}

}
