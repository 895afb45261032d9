package io.github.cloudwatchlogging.autoconfigure.actuate;

import java.time.InstantSource;
import java.util.List;

import io.github.cloudwatchlogging.delivery.DeliverySnapshot;
import io.github.cloudwatchlogging.logback.CloudWatchAppenders;

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

	private final CloudWatchAppenders appenders;

	private final CloudWatchLogsHealthProperties properties;

	private final InstantSource clock;

	CloudWatchLogsHealthIndicator(CloudWatchAppenders appenders, CloudWatchLogsHealthProperties properties,
			InstantSource clock) {
		super("CloudWatch Logs health check failed");
		this.appenders = appenders;
		this.properties = properties;
		this.clock = clock;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		List<AppenderStatus> appenders = AppenderStatus.of(this.appenders);
		Assessment assessment = Assessment.of(appenders, this.properties, this.clock.instant());
		builder.status(status(assessment.condition()));
		if (!assessment.reasons().isEmpty()) {
			builder.withDetail("reasons", assessment.reasons());
		}
		DeliverySnapshot snapshot = AppenderStatus.sum(appenders);
		builder.withDetail("events", EventReport.of(snapshot.balance()))
			.withDetail("bufferUsedBytes", snapshot.bufferUsedBytes())
			.withDetail("bufferLimitBytes", snapshot.bufferLimitBytes());
		// Templates can open thousands of streams, and whoever polls health reads none.
		builder.withDetail("streams", appenders.stream().flatMap(AppenderStatus::streams).limit(MOST_STREAMS).toList());
	}

	private static Status status(Assessment.Condition condition) {
		return switch (condition) {
			case WORKING -> Status.UP;
			case DEGRADED -> DEGRADED;
			case DOWN -> Status.DOWN;
		};
	}

}
