package io.github.cloudwatchlogging.aws;

import java.io.ByteArrayInputStream;
import java.util.Map;

import io.github.cloudwatchlogging.batch.BatchSlice;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.json.JsonName;
import io.github.cloudwatchlogging.json.JsonWriter;
import io.github.cloudwatchlogging.settings.EntitySettings;
import software.amazon.awssdk.core.sync.RequestBody;

/**
 * The body of one PutLogEvents request after the other, in the same memory: the events'
 * bytes go from the batch to where the HTTP client reads them, and become no objects on
 * the way. Not thread-safe.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutLogEvents.html">PutLogEvents</a>
 */
final class PutLogEventsBody {

	static final String CONTENT_TYPE = "application/x-amz-json-1.1";

	// What stands around a message, less what the service counts for it.
	private static final int MORE_BYTES_FOR_EACH_EVENT = 20;

	private static final int BYTES_FOR_THE_REST = 2_048;

	private static final JsonName TIMESTAMP = JsonName.of("timestamp");

	private static final JsonName MESSAGE = JsonName.of("message");

	private final JsonWriter json = new JsonWriter();

	private long lastTimestamp;

	private int lastTimestampFrom;

	private int lastTimestampTo;

	/**
	 * Writes the body of one request in place of the last one.
	 * @param destination where the events go
	 * @param events the events
	 * @param entity what they come from
	 */
	void write(Destination destination, BatchSlice events, EntitySettings entity) {
		this.json.reset(expectedBytes(events));
		this.lastTimestampTo = 0;
		this.json.beginObject();
		this.json.member("logGroupName", destination.group());
		this.json.member("logStreamName", destination.stream());
		this.json.name("logEvents");
		this.json.beginArray();
		events.forEach(this::writeEvent);
		this.json.endArray();
		if (!entity.isEmpty()) {
			writeEntity(entity);
		}
		this.json.endObject();
	}

	// Without escapes. A body that grew by and by would take twice its size at the end.
	private static int expectedBytes(BatchSlice events) {
		return BYTES_FOR_THE_REST + (int) events.bytes() + MORE_BYTES_FOR_EACH_EVENT * events.count();
	}

	private void writeEvent(long timestamp, byte[] buffer, int offset, int length) {
		this.json.beginObject();
		if (timestamp == this.lastTimestamp && this.lastTimestampTo > 0) {
			this.json.repeat(this.lastTimestampFrom, this.lastTimestampTo);
		}
		else {
			writeTimestamp(timestamp);
		}
		this.json.value(buffer, offset, length);
		this.json.endObject();
	}

	// Events that come fast share their millisecond, and its digits.
	private void writeTimestamp(long timestamp) {
		this.lastTimestamp = timestamp;
		this.lastTimestampFrom = this.json.size();
		this.json.name(TIMESTAMP);
		this.json.value(timestamp);
		this.json.name(MESSAGE);
		this.lastTimestampTo = this.json.size();
	}

	private void writeEntity(EntitySettings entity) {
		this.json.name("entity");
		this.json.beginObject();
		writeMap("keyAttributes", entity.keyAttributes());
		writeMap("attributes", entity.attributes());
		this.json.endObject();
	}

	private void writeMap(String name, Map<String, String> map) {
		this.json.name(name);
		this.json.beginObject();
		map.forEach(this.json::member);
		this.json.endObject();
	}

	/**
	 * Returns the length of the body.
	 * @return bytes
	 */
	int length() {
		return this.json.size();
	}

	/**
	 * Returns how much memory is held for this body and those to come.
	 * @return bytes; at least {@link #length()}
	 */
	int capacity() {
		return this.json.capacity();
	}

	/**
	 * Returns the body, to be read until the next one is written.
	 * @return the body as the SDK takes it; not a copy
	 */
	RequestBody toRequestBody() {
		return RequestBody.fromContentProvider(() -> new ByteArrayInputStream(this.json.array(), 0, length()), length(),
				CONTENT_TYPE);
	}

}
