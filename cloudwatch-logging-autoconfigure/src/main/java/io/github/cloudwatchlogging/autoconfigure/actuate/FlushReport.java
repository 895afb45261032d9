package io.github.cloudwatchlogging.autoconfigure.actuate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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

	/**
	 * Reports a flush of several appenders, or of one.
	 * @param results what it achieved, by the appender's name
	 */
	static FlushReport of(Map<String, FlushResult> results) {
		FlushResult sum = results.values().stream().reduce(FlushResult.NOTHING, FlushResult::plus);
		List<FlushedStream> streams = new ArrayList<>();
		results.forEach((appender, result) -> result.streams()
			.forEach((stream) -> streams.add(FlushedStream.of(appender, stream))));
		return new FlushReport(sum.isComplete(), sum.delivered(), sum.left(), sum.took(), streams);
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

		static FlushedStream of(String appender, FlushResult.StreamResult result) {
			return new FlushedStream(StreamId.of(appender, result.destination()), result.delivered(), result.lost(),
					result.left());
		}

	}

}
