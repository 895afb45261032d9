package io.github.cloudwatchlogging.autoconfigure.observe;

import java.time.Duration;

import io.github.cloudwatchlogging.delivery.DeliverySnapshot;
import io.github.cloudwatchlogging.delivery.FlushResult;

/**
 * The delivery of the application's log events, for the application's own code. There is
 * always such a bean: where nothing is shipped, nothing is ever pending. Thread-safe.
 */
public interface CloudWatchLogsDelivery {

	/**
	 * Sends all that is pending and waits until the service answered for it. What is
	 * logged meanwhile is not waited for. Flushes at the same time do not disturb each
	 * other. Never throws because of the network.
	 * @param timeout how long to wait at most, over all streams together; zero to look
	 * only
	 * @return what was delivered and what is left, for each stream that had pending
	 * events
	 */
	FlushResult flush(Duration timeout);

	/**
	 * Returns where all events are. Makes no call to the service.
	 * @return a snapshot that balances
	 */
	DeliverySnapshot status();

}
