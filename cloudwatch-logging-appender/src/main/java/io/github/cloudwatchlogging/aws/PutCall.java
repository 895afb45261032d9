package io.github.cloudwatchlogging.aws;

import io.github.cloudwatchlogging.batch.BatchSlice;
import io.github.cloudwatchlogging.event.Destination;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogEventsResponse;

/**
 * A way to send events with the SDK's client.
 */
interface PutCall {

	/**
	 * Sends events.
	 * @param client sends them
	 * @param destination where they go
	 * @param events the events
	 * @return the service's answer
	 * @throws SdkException if there is none, or it is an error
	 */
	PutLogEventsResponse put(CloudWatchLogsClient client, Destination destination, BatchSlice events);

}
