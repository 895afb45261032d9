package io.github.cloudwatchlogging.test.api;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

import io.github.cloudwatchlogging.test.contract.Constraints;
import io.github.cloudwatchlogging.test.contract.ServiceException;
import io.github.cloudwatchlogging.test.store.LogStore;
import io.github.cloudwatchlogging.test.store.LogStream;
import io.github.cloudwatchlogging.test.store.StoredEvent;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * FilterLogEvents: searches the streams of a group, merged by time. The last page has no
 * token.
 */
final class FilterLogEvents {

	private static final int MAX_EVENTS = 10_000;

	private final LogStore store;

	FilterLogEvents(LogStore store) {
		this.store = store;
	}

	ObjectNode filter(Input input) {
		Long startTime = input.number("startTime");
		Long endTime = input.number("endTime");
		new Constraints().range("startTime", startTime, 0, Long.MAX_VALUE)
			.range("endTime", endTime, 0, Long.MAX_VALUE)
			.check();
		Predicate<String> pattern = FilterPattern.parse(input.text("filterPattern"));
		String token = input.text("nextToken");
		boolean forward = (token != null) ? EventPosition.isForward(token) : input.flag("startFromHead", true);
		int limit = input.limit(MAX_EVENTS);
		Comparator<StoredEvent> order = forward ? StoredEvent.READ_ORDER : StoredEvent.READ_ORDER.reversed();
		// One more than the page, to know whether there is a next one.
		List<StoredEvent> found = streams(input).stream()
			.flatMap((stream) -> stream.inReadOrder().stream())
			.filter((event) -> startTime == null || event.timestamp() >= startTime)
			.filter((event) -> endTime == null || event.timestamp() <= endTime)
			.filter(beyond(token, forward))
			.filter((event) -> pattern.test(event.message()))
			.sorted(order)
			.limit(limit + 1L)
			.toList();
		return output(found, limit, forward);
	}

	private Collection<LogStream> streams(Input input) {
		String group = input.groupOrIdentifier();
		String prefix = input.text("logStreamNamePrefix");
		List<String> names = input.list("logStreamNames");
		if (prefix != null && names != null) {
			throw ServiceException
				.invalidParameter("logStreamNamePrefix and logStreamNames cannot be specified together.");
		}
		if (names != null) {
			new Constraints().length("logStreamNames", names.toString(), names.size(), 1, 100).check();
			return names.stream().map((name) -> this.store.stream(group, name)).toList();
		}
		return this.store.streams(group)
			.stream()
			.filter((stream) -> prefix == null || stream.name().startsWith(prefix))
			.toList();
	}

	private static Predicate<StoredEvent> beyond(@Nullable String token, boolean forward) {
		if (token == null) {
			return (event) -> true;
		}
		EventPosition position = EventPosition.parse(token);
		return forward ? position::isBefore : position::isAfter;
	}

	private static ObjectNode output(List<StoredEvent> found, int limit, boolean forward) {
		ObjectNode output = Json.object();
		ArrayNode events = output.putArray("events");
		List<StoredEvent> page = found.subList(0, Math.min(limit, found.size()));
		for (StoredEvent event : page) {
			events.addObject()
				.put("logStreamName", event.stream())
				.put("timestamp", event.timestamp())
				.put("message", event.message())
				.put("ingestionTime", event.ingestionTime())
				.put("eventId", EventPosition.of(event).digits());
		}
		// Always empty since 2020 (API model).
		output.putArray("searchedLogStreams");
		if (page.size() < found.size()) {
			EventPosition last = EventPosition.of(page.get(page.size() - 1));
			output.put("nextToken", forward ? last.forward() : last.backward());
		}
		return output;
	}

}
