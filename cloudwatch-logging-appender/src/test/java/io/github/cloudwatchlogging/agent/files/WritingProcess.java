package io.github.cloudwatchlogging.agent.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.github.cloudwatchlogging.batch.Batch;
import io.github.cloudwatchlogging.batch.BatchSlice;
import io.github.cloudwatchlogging.batch.ByteBudget;
import io.github.cloudwatchlogging.batch.HeapStore;
import io.github.cloudwatchlogging.batch.RoomSignal;
import io.github.cloudwatchlogging.delivery.Outcome;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.event.MessageBytes;
import io.github.cloudwatchlogging.event.Severity;
import io.github.cloudwatchlogging.settings.AgentSettings;
import io.github.cloudwatchlogging.settings.BatchSettings;

/**
 * A process as its files see it: one {@link AgentFiles}, from its start to its end.
 */
final class WritingProcess {

	static final Destination ORDERS = new Destination("/apps/orders", "{local_hostname}");

	private final AgentFiles files;

	WritingProcess(AgentSettings settings, InstantSource clock, FileOpener opener, Destination... destinations) {
		this.files = AgentFiles.open(settings, "orders-host-1", List.of(destinations), clock, opener);
	}

	static WritingProcess start(AgentSettings settings, InstantSource clock) {
		return new WritingProcess(settings, clock, FileOpener.REAL, ORDERS);
	}

	/**
	 * Returns the files that processes have written for {@link #ORDERS}, by name.
	 */
	static List<Path> files(Path directory) throws IOException {
		try (Stream<Path> files = Files.list(FileNames.directory(directory, ORDERS))) {
			return files.sorted().toList();
		}
	}

	/**
	 * Writes events as one batch.
	 */
	Outcome write(Destination destination, List<Event> events) {
		return this.files.putLogEvents(destination, BatchSlice.pending(batch(events)));
	}

	/**
	 * Writes events as one batch, all of which has to succeed.
	 */
	void write(Event... events) {
		Outcome outcome = write(ORDERS, List.of(events));
		if (!(outcome instanceof Outcome.Delivered)) {
			throw new AssertionError(outcome);
		}
	}

	private static Batch batch(List<Event> events) {
		BatchSettings settings = BatchSettings.DEFAULT;
		ByteBudget memory = new ByteBudget(64 * 1024 * 1024, 1, new RoomSignal());
		Batch batch = new Batch(settings, new HeapStore(memory).open(ORDERS), 0);
		for (Event event : events) {
			batch.append(event.time().toEpochMilli(), MessageBytes.of(event.message().getBytes(StandardCharsets.UTF_8)),
					Severity.HIGH);
		}
		batch.seal();
		return batch;
	}

	void end() {
		this.files.close();
	}

	/**
	 * An event.
	 *
	 * @param time its time
	 * @param message its line
	 */
	record Event(Instant time, String message) {

		static Event json(Instant time, String message) {
			return new Event(time, "{\"timestamp\":\"" + time.toString().replaceFirst("(:\\d\\d)Z", "$1.000Z")
					+ "\",\"message\":\"" + message + "\"}");
		}

		static List<Event> series(Instant time, String name, int count) {
			List<Event> events = new ArrayList<>();
			for (int number = 0; number < count; number++) {
				events.add(json(time, name + " " + number));
			}
			return events;
		}

	}

}
