package io.github.cloudwatchlogging.logback;

import io.github.cloudwatchlogging.batch.BatchSlice;
import io.github.cloudwatchlogging.delivery.LogsService;
import io.github.cloudwatchlogging.delivery.Outcome;
import io.github.cloudwatchlogging.event.Destination;

/**
 * The service by the names that it knows. A call that comes before they are known waits
 * for them, on the engine's thread.
 */
final class NamedLogsService implements LogsService {

	private final LogsService service;

	private final DestinationNames names;

	NamedLogsService(LogsService service, DestinationNames names) {
		this.service = service;
		this.names = names;
	}

	@Override
	public Outcome putLogEvents(Destination destination, BatchSlice events) {
		return this.service.putLogEvents(this.names.complete(destination), events);
	}

	@Override
	public boolean ordersByTime() {
		return this.service.ordersByTime();
	}

	@Override
	public Outcome createLogStream(Destination destination) {
		return this.service.createLogStream(this.names.complete(destination));
	}

	@Override
	public Outcome createLogGroup(String group) {
		return this.service.createLogGroup(this.names.completeGroup(group));
	}

	@Override
	public Outcome putRetentionPolicy(String group, int days) {
		return this.service.putRetentionPolicy(this.names.completeGroup(group), days);
	}

	@Override
	public void close() {
		this.service.close();
	}

}
