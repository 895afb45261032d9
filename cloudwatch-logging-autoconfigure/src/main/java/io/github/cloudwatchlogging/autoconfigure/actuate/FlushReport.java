package io.github.cloudwatchlogging.autoconfigure.actuate;

import java.time.Duration;
import java.util.List;

import io.github.cloudwatchlogging.delivery.FlushResult;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * What a flush achieved for the events that were pending when it began, as operators read
 * it.
 *
 * @param complete whether nothing is left
 * @param delivered how many events the service took
 * @param left how many are still undelivered
 * @param took how long it took
 * @param streams the same for each stream that had pending events
 */
record FlushReport(boolean complete, long delivered, long left, Duration took,
		List<FlushedStream> streams) implements OperationResponseBody {

	static FlushReport of(FlushResult result) {
		return new FlushReport(result.isComplete(), result.delivered(), result.left(), result.took(),
				result.streams().stream().map(FlushedStream::of).toList());
	}

	/**
	 * What a flush achieved for one stream.
	 *
	 * @param id what names it
	 * @param delivered how many events the service took
	 * @param lost how many were rejected or dropped
	 * @param left how many are still undelivered
	 */
	record FlushedStream(String id, long delivered, long lost, long left) {

		static FlushedStream of(FlushResult.StreamResult result) {
			return new FlushedStream(StreamId.of(result.destination()), result.delivered(), result.lost(),
					result.left());
		}

	}

}
