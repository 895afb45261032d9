package io.github.cloudwatchlogging.autoconfigure.observe;

import java.time.Duration;

import io.github.cloudwatchlogging.delivery.DeliverySnapshot;
import io.github.cloudwatchlogging.delivery.FlushResult;
import io.github.cloudwatchlogging.logback.CloudWatchAppenders;

/**
 * What the context's appenders deliver.
 */
final class AppenderDelivery implements CloudWatchLogsDelivery {

	private final CloudWatchAppenders appenders;

	AppenderDelivery(CloudWatchAppenders appenders) {
		this.appenders = appenders;
	}

	@Override
	public FlushResult flush(Duration timeout) {
		return this.appenders.flush(timeout);
	}

	@Override
	public DeliverySnapshot status() {
		return this.appenders.snapshot();
	}

}
