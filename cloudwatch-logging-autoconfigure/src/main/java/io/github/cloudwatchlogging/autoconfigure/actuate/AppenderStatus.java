package io.github.cloudwatchlogging.autoconfigure.actuate;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.cloudwatchlogging.aws.Connection;
import io.github.cloudwatchlogging.delivery.DeliverySnapshot;
import io.github.cloudwatchlogging.logback.AppenderSettings;
import io.github.cloudwatchlogging.logback.CloudWatchAppender;
import io.github.cloudwatchlogging.logback.CloudWatchAppenders;
import org.jspecify.annotations.Nullable;

/**
 * What one appender did and had at one moment.
 *
 * @param name its name, empty where it is the only one
 * @param snapshot where its events were
 * @param settings what it ran with, or {@code null} if it did not run
 * @param connection where it sent
 */
record AppenderStatus(String name, DeliverySnapshot snapshot, @Nullable AppenderSettings settings,
		Connection connection) {

	static List<AppenderStatus> of(CloudWatchAppenders appenders) {
		return appenders.byName().entrySet().stream().map(AppenderStatus::of).toList();
	}

	private static AppenderStatus of(Map.Entry<String, CloudWatchAppender> named) {
		CloudWatchAppender appender = named.getValue();
		return new AppenderStatus(named.getKey(), appender.snapshot(), appender.settings(), appender.connection());
	}

	static DeliverySnapshot sum(List<AppenderStatus> statuses) {
		return DeliverySnapshot.sum(statuses.stream().map(AppenderStatus::snapshot));
	}

	Stream<StreamReport> streams() {
		return this.snapshot.streams().stream().map((stream) -> StreamReport.of(this.name, stream));
	}

	Stream<FailureReport> recentFailures() {
		return this.snapshot.history().recentFailures().stream().map((failure) -> FailureReport.of(this.name, failure));
	}

}
