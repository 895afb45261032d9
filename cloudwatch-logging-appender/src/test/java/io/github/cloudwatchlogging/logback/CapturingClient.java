package io.github.cloudwatchlogging.logback;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.cloudwatchlogging.aws.ClientSource;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogEventsResponse;

/**
 * Keeps all that is put, in memory.
 */
class CapturingClient implements CloudWatchLogsClient, ClientSource {

	private final List<InputLogEvent> events = new CopyOnWriteArrayList<>();

	private final List<String> streams = new CopyOnWriteArrayList<>();

	@Override
	public CloudWatchLogsClient client() {
		return this;
	}

	@Override
	public PutLogEventsResponse putLogEvents(PutLogEventsRequest request) {
		this.streams.add(request.logGroupName() + " / " + request.logStreamName());
		this.events.addAll(request.logEvents());
		return PutLogEventsResponse.builder().build();
	}

	List<InputLogEvent> events() {
		return this.events;
	}

	List<String> messages() {
		return this.events.stream().map(InputLogEvent::message).toList();
	}

	List<String> streams() {
		return this.streams;
	}

	@Override
	public String serviceName() {
		return "logs";
	}

	@Override
	public void close() {
	}

}
