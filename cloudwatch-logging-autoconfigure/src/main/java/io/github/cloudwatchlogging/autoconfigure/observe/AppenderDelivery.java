package io.github.cloudwatchlogging.autoconfigure.observe;

import java.time.Duration;

import io.github.cloudwatchlogging.delivery.DeliverySnapshot;
import io.github.cloudwatchlogging.delivery.FlushResult;
import io.github.cloudwatchlogging.logback.CloudWatchAppender;

/**
 * What the context's appender delivers.
 */
final class AppenderDelivery implements CloudWatchLogsDelivery {

	private final CloudWatchAppender appender;

	AppenderDelivery(CloudWatchAppender appender) {
		this.appender = appender;
	}

	@Override
	public FlushResult flush(Duration timeout) {
		return this.appender.flush(timeout);
	}

	@Override
	public DeliverySnapshot status() {
		return this.appender.snapshot();
	}

}
