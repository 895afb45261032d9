package io.github.cloudwatchlogging.sample.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.store.ReceivedEvent;

/**
 * The last events of the embedded server in the order of their arrival. The server knows
 * them by stream only, so what is new is found by the number of events in each stream.
 * Thread-safe.
 */
class EventFeed {

	static final int MOST_EVENTS = 500;

	private final EmbeddedCloudWatchLogs server;

	private final Deque<ShownEvent> last = new ArrayDeque<>();

	private Map<Stream, Integer> seen = new HashMap<>();

	private long seenEvents = -1;

	private long number;

	EventFeed(EmbeddedCloudWatchLogs server) {
		this.server = server;
	}

	/**
	 * Returns what has arrived.
	 * @param after the number of the last event that is known already
	 * @return the events behind it, at most the last {@link #MOST_EVENTS}
	 */
	synchronized List<ShownEvent> after(long after) {
		if (this.server.eventCount() != this.seenEvents) {
			read();
		}
		return this.last.stream().filter((event) -> event.number() > after).toList();
	}

	private void read() {
		Map<Stream, List<ReceivedEvent>> streams = new HashMap<>();
		this.server.forEachEvent((event) -> streams
			.computeIfAbsent(new Stream(event.group(), event.stream()), (stream) -> new ArrayList<>())
			.add(event));
		Map<Stream, Integer> counts = new HashMap<>();
		List<ReceivedEvent> arrived = new ArrayList<>();
		streams.forEach((stream, events) -> {
			int known = this.seen.getOrDefault(stream, 0);
			// A stream with fewer events than it had was deleted and created again.
			arrived.addAll(events.subList((known <= events.size()) ? known : 0, events.size()));
			counts.put(stream, events.size());
		});
		arrived.sort(Comparator.comparingLong(ReceivedEvent::ingestionTime));
		arrived.forEach(this::add);
		this.seen = counts;
		this.seenEvents = counts.values().stream().mapToLong(Integer::longValue).sum();
	}

	private void add(ReceivedEvent event) {
		this.number++;
		this.last.add(ShownEvent.of(this.number, event));
		if (this.last.size() > MOST_EVENTS) {
			this.last.remove();
		}
	}

	private record Stream(String group, String name) {

	}

}
