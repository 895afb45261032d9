package io.github.cloudwatchlogging.autoconfigure.actuate;

import java.time.Duration;
import java.time.InstantSource;

import io.github.cloudwatchlogging.delivery.DeliverySnapshot;
import io.github.cloudwatchlogging.logback.AppenderSettings;
import io.github.cloudwatchlogging.logback.CloudWatchAppender;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/**
 * Tells from the ledger how the delivery does. Makes no call to the service.
 */
final class CloudWatchLogsHealthIndicator extends AbstractHealthIndicator {

	/**
	 * Some events do not arrive, and that may end by itself.
	 */
	static final Status DEGRADED = new Status("DEGRADED");

	private static final int MOST_STREAMS = 100;

	private final CloudWatchAppender appender;

	private final CloudWatchLogsHealthProperties properties;

	private final InstantSource clock;

	CloudWatchLogsHealthIndicator(CloudWatchAppender appender, CloudWatchLogsHealthProperties properties,
			InstantSource clock) {
		super("CloudWatch Logs health check failed");
		this.appender = appender;
		this.properties = properties;
		this.clock = clock;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		DeliverySnapshot snapshot = this.appender.snapshot();
		Assessment assessment = Assessment.of(snapshot, maxDelay(), this.properties, this.clock.instant());
		builder.status(status(assessment.condition()));
		if (!assessment.reasons().isEmpty()) {
			builder.withDetail("reasons", assessment.reasons());
		}
		builder.withDetail("events", EventReport.of(snapshot.balance()))
			.withDetail("bufferUsedBytes", snapshot.bufferUsedBytes())
			.withDetail("bufferLimitBytes", snapshot.bufferLimitBytes());
		// Templates can open thousands of streams, and whoever polls health reads none.
		builder.withDetail("streams", snapshot.streams().stream().limit(MOST_STREAMS).map(StreamReport::of).toList());
	}

	private @Nullable Duration maxDelay() {
		AppenderSettings settings = this.appender.settings();
		return (settings != null) ? settings.delivery().batch().maxDelay() : null;
	}

	private static Status status(Assessment.Condition condition) {
		return switch (condition) {
			case WORKING -> Status.UP;
			case DEGRADED -> DEGRADED;
			case DOWN -> Status.DOWN;
		};
	}

}
