package io.github.cloudwatchlogging.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.github.cloudwatchlogging.batch.BatchSlice;

/**
 * Enough of one event to find it: its time and the beginning of its message, which names
 * the logger in JSON and in most patterns.
 *
 * @param time the event's time
 * @param beginning the first 200 bytes of its message
 */
public record EventExcerpt(Instant time, String beginning) {

	private static final int LONGEST = 200;

	static EventExcerpt of(BatchSlice slice) {
		List<EventExcerpt> events = new ArrayList<>();
		slice
			.forEach((timestamp, buffer, offset, length) -> events.add(new EventExcerpt(Instant.ofEpochMilli(timestamp),
					new String(buffer, offset, Math.min(length, LONGEST), StandardCharsets.UTF_8))));
		return events.get(0);
	}

}
