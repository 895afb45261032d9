package io.github.cloudwatchlogging.test.api;

import java.util.List;

import io.github.cloudwatchlogging.test.contract.Constraints;
import io.github.cloudwatchlogging.test.store.LogStore;
import io.github.cloudwatchlogging.test.store.StoredEvent;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * GetLogEvents: pages through one stream in either direction. A page has at most 10,000
 * events and 1 MB of messages. At either end the token that was passed in comes back,
 * which is how clients know that they are there.
 */
final class GetLogEvents {

	private static final int MAX_EVENTS = 10_000;

	private static final long MAX_BYTES = 1_048_576;

	private final LogStore store;

	GetLogEvents(LogStore store) {
		this.store = store;
	}

	ObjectNode get(Input input) {
		Long startTime = input.number("startTime");
		Long endTime = input.number("endTime");
		new Constraints().range("startTime", startTime, 0, Long.MAX_VALUE)
			.range("endTime", endTime, 0, Long.MAX_VALUE)
			.check();
		int limit = input.limit(MAX_EVENTS);
		String token = input.text("nextToken");
		List<StoredEvent> all = this.store.stream(input.groupOrIdentifier(), input.stream()).inReadOrder();
		EventPosition start = new EventPosition((startTime != null) ? startTime : 0, -1);
		// The end is exclusive (API model).
		int to = (endTime != null) ? new EventPosition(endTime, -1).indexIn(all) : all.size();
		List<StoredEvent> range = all.subList(Math.min(start.indexIn(all), to), to);
		return output(page(range, token, limit, input.flag("startFromHead", false)), token, start);
	}

	private static List<StoredEvent> page(List<StoredEvent> range, @Nullable String token, int limit, boolean head) {
		if (token == null) {
			return head ? firstOf(range, limit) : lastOf(range, limit);
		}
		EventPosition position = EventPosition.parse(token);
		int index = position.indexIn(range);
		if (!EventPosition.isForward(token)) {
			return lastOf(range.subList(0, index), limit);
		}
		boolean found = index < range.size() && !position.isBefore(range.get(index));
		return firstOf(range.subList(found ? index + 1 : index, range.size()), limit);
	}

	private static List<StoredEvent> firstOf(List<StoredEvent> events, int limit) {
		int end = 0;
		long bytes = 0;
		while (end < Math.min(limit, events.size())) {
			bytes += events.get(end).messageBytes();
			if (end > 0 && bytes > MAX_BYTES) {
				break;
			}
			end++;
		}
		return events.subList(0, end);
	}

	private static List<StoredEvent> lastOf(List<StoredEvent> events, int limit) {
		int start = events.size();
		long bytes = 0;
		while (start > Math.max(events.size() - limit, 0)) {
			bytes += events.get(start - 1).messageBytes();
			if (start < events.size() && bytes > MAX_BYTES) {
				break;
			}
			start--;
		}
		return events.subList(start, events.size());
	}

	private static ObjectNode output(List<StoredEvent> page, @Nullable String token, EventPosition start) {
		ObjectNode output = Json.object();
		ArrayNode events = output.putArray("events");
		for (StoredEvent event : page) {
			events.addObject()
				.put("timestamp", event.timestamp())
				.put("message", event.message())
				.put("ingestionTime", event.ingestionTime());
		}
		EventPosition here = (token != null) ? EventPosition.parse(token) : start;
		EventPosition first = page.isEmpty() ? here : EventPosition.of(page.get(0));
		EventPosition last = page.isEmpty() ? here : EventPosition.of(page.get(page.size() - 1));
		output.put("nextForwardToken", last.forward());
		output.put("nextBackwardToken", first.backward());
		return output;
	}

}
