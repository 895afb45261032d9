package io.github.cloudwatchlogging.aws;

import io.github.cloudwatchlogging.batch.BatchSlice;
import io.github.cloudwatchlogging.batch.IdleArrays;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.settings.EntitySettings;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogEventsResponse;

/**
 * Sends events as bytes, with a client that has a {@link BodyInterceptor}. Thread-safe.
 */
final class PutAsBytes implements PutCall {

	private final IdleArrays idleArrays = new IdleArrays();

	private final EntitySettings entity;

	PutAsBytes(EntitySettings entity) {
		this.entity = entity;
	}

	@Override
	public PutLogEventsResponse put(CloudWatchLogsClient client, Destination destination, BatchSlice events) {
		PutLogEventsBody body = new PutLogEventsBody(this.idleArrays);
		try {
			body.write(destination, events, this.entity);
			return client.putLogEvents((request) -> request.logGroupName(destination.group())
				.logStreamName(destination.stream())
				.overrideConfiguration(
						(configuration) -> configuration.putExecutionAttribute(BodyInterceptor.BODY, body)));
		}
		finally {
			// The SDK reads the body on this thread only, also where a call is given up.
			body.release();
		}
	}

}
