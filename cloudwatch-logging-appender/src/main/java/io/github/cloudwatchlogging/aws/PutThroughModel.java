package io.github.cloudwatchlogging.aws;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.github.cloudwatchlogging.batch.BatchSlice;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.settings.EntitySettings;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.Entity;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogEventsResponse;

/**
 * Sends events as the SDK's own objects, which any client takes, at about twice the cost.
 * Thread-safe.
 */
final class PutThroughModel implements PutCall {

	private final @Nullable Entity entity;

	PutThroughModel(EntitySettings entity) {
		this.entity = entity.isEmpty() ? null
				: Entity.builder().keyAttributes(entity.keyAttributes()).attributes(entity.attributes()).build();
	}

	@Override
	public PutLogEventsResponse put(CloudWatchLogsClient client, Destination destination, BatchSlice events) {
		List<InputLogEvent> logEvents = new ArrayList<>(events.count());
		events.forEach((timestamp, buffer, offset,
				length) -> logEvents.add(InputLogEvent.builder()
					.timestamp(timestamp)
					.message(new String(buffer, offset, length, StandardCharsets.UTF_8))
					.build()));
		return client.putLogEvents((request) -> request.logGroupName(destination.group())
			.logStreamName(destination.stream())
			.logEvents(logEvents)
			.entity(this.entity));
	}

}
