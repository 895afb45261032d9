package io.github.cloudwatchlogging.delivery;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.cloudwatchlogging.batch.BatchSlice;
import io.github.cloudwatchlogging.event.Destination;

/**
 * Throws something at every third call or so; knows no stream and no group until it is
 * created.
 */
final class FailingService implements LogsService {

	private final LogsService service;

	private final SplittableRandom random = new SplittableRandom(42);

	private final AtomicInteger errors = new AtomicInteger();

	private final Set<String> existing = new HashSet<>();

	FailingService(LogsService service) {
		this.service = service;
	}

	@Override
	public Outcome putLogEvents(Destination destination, BatchSlice events) {
		failNowAndThen();
		return exists(destination.toString()) ? this.service.putLogEvents(destination, events)
				: new Outcome.DestinationMissing();
	}

	@Override
	public Outcome createLogStream(Destination destination) {
		failNowAndThen();
		if (!exists(destination.group())) {
			return new Outcome.DestinationMissing();
		}
		return create(destination.toString()) ? this.service.createLogStream(destination) : new Outcome.Existed();
	}

	@Override
	public Outcome createLogGroup(String group) {
		failNowAndThen();
		return create(group) ? this.service.createLogGroup(group) : new Outcome.Existed();
	}

	@Override
	public Outcome putRetentionPolicy(String group, int days) {
		failNowAndThen();
		return this.service.putRetentionPolicy(group, days);
	}

	@Override
	public void close() {
		this.service.close();
		throw new AssertionError("broken");
	}

	private synchronized boolean exists(String name) {
		return this.existing.contains(name);
	}

	private synchronized boolean create(String name) {
		return this.existing.add(name);
	}

	private synchronized void failNowAndThen() {
		Error error = switch (this.random.nextInt(9)) {
			case 0 -> new AssertionError("broken");
			case 1 -> new OutOfMemoryError("Java heap space");
			case 2 -> new NoClassDefFoundError("some/Class");
			default -> null;
		};
		if (error != null) {
			this.errors.incrementAndGet();
			throw error;
		}
	}

	int errors() {
		return this.errors.get();
	}

}
