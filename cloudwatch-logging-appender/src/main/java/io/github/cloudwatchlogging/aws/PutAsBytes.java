package io.github.cloudwatchlogging.aws;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

import io.github.cloudwatchlogging.batch.BatchSlice;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.settings.EntitySettings;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogEventsResponse;

/**
 * Sends events as bytes, with a client that has a {@link BodyInterceptor}. Thread-safe.
 */
final class PutAsBytes implements PutCall {

	// One for each call that is usually under way at once.
	private static final int MOST_IDLE_BODIES = 4;

	// A full batch of 1 MiB with some of its characters escaped. A larger body is let go
	// again.
	private static final int LARGEST_IDLE_BODY = 4 * 1024 * 1024;

	private final BlockingQueue<PutLogEventsBody> idleBodies = new ArrayBlockingQueue<>(MOST_IDLE_BODIES);

	private final EntitySettings entity;

	PutAsBytes(EntitySettings entity) {
		this.entity = entity;
	}

	@Override
	public PutLogEventsResponse put(CloudWatchLogsClient client, Destination destination, BatchSlice events) {
		PutLogEventsBody idle = this.idleBodies.poll();
		PutLogEventsBody body = (idle != null) ? idle : new PutLogEventsBody();
		try {
			body.write(destination, events, this.entity);
			return client.putLogEvents((request) -> request.logGroupName(destination.group())
				.logStreamName(destination.stream())
				.overrideConfiguration(
						(configuration) -> configuration.putExecutionAttribute(BodyInterceptor.BODY, body)));
		}
		finally {
			// The SDK reads the body on this thread only, also where a call is given up.
			if (body.capacity() <= LARGEST_IDLE_BODY) {
				this.idleBodies.offer(body);
			}
		}
	}

}
