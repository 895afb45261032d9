package io.github.cloudwatchlogging.autoconfigure.observe;

import java.time.Duration;

import io.github.cloudwatchlogging.delivery.DeliverySnapshot;
import io.github.cloudwatchlogging.delivery.FlushResult;

/**
 * Nothing is shipped.
 */
final class NoDelivery implements CloudWatchLogsDelivery {

	@Override
	public FlushResult flush(Duration timeout) {
		return FlushResult.NOTHING;
	}

	@Override
	public DeliverySnapshot status() {
		return DeliverySnapshot.EMPTY;
	}

}
