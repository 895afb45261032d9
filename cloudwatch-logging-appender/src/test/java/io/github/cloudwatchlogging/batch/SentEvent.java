package io.github.cloudwatchlogging.batch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One event as a batch hands it to the service.
 *
 * @param timestamp milliseconds since the epoch
 * @param message its message
 */
public record SentEvent(long timestamp, String message) {

	/**
	 * Returns the events of a batch in the order in which they are sent.
	 * @param batch the batch
	 * @return its events
	 */
	public static List<SentEvent> of(Batch batch) {
		return of(new BatchSlice(batch, 0, batch.count()));
	}

	/**
	 * Returns the events of a slice in the order in which they are sent.
	 * @param slice the slice
	 * @return its events
	 */
	public static List<SentEvent> of(BatchSlice slice) {
		List<SentEvent> events = new ArrayList<>();
		slice.forEach((timestamp, buffer, offset, length) -> events
			.add(new SentEvent(timestamp, new String(buffer, offset, length, StandardCharsets.UTF_8))));
		return events;
	}

}
