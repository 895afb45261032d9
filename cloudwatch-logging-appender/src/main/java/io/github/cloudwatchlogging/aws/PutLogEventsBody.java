package io.github.cloudwatchlogging.aws;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import io.github.cloudwatchlogging.batch.BatchSlice;
import io.github.cloudwatchlogging.batch.Chunk;
import io.github.cloudwatchlogging.batch.IdleArrays;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.json.JsonName;
import io.github.cloudwatchlogging.json.JsonWriter;
import io.github.cloudwatchlogging.settings.EntitySettings;
import software.amazon.awssdk.core.sync.RequestBody;

/**
 * The body of a PutLogEvents request: the events' bytes go from the batch to where the
 * HTTP client reads them, and become no objects on the way. In arrays that are used
 * again. Not thread-safe.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutLogEvents.html">PutLogEvents</a>
 */
final class PutLogEventsBody {

	static final String CONTENT_TYPE = "application/x-amz-json-1.1";

	// What stands around a message, and what the writer asks for in case that all is
	// escaped.
	private static final int BYTES_AROUND_A_MESSAGE = 3 * 1024;

	// Few messages have more escapes; their array grows.
	private static final int BYTES_FOR_AN_ESCAPE = 8;

	private static final JsonName TIMESTAMP = JsonName.of("timestamp");

	private static final JsonName MESSAGE = JsonName.of("message");

	private final IdleArrays idleArrays;

	private final JsonWriter json = new JsonWriter();

	private final List<Chunk> chunks = new ArrayList<>();

	private int length;

	private long lastTimestamp;

	private int lastTimestampFrom;

	private int lastTimestampTo;

	PutLogEventsBody(IdleArrays idleArrays) {
		this.idleArrays = idleArrays;
	}

	/**
	 * Writes the body.
	 * @param destination where the events go
	 * @param events the events
	 * @param entity what they come from
	 */
	void write(Destination destination, BatchSlice events, EntitySettings entity) {
		this.json.continueIn(this.idleArrays.take());
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
		endChunk();
	}

	private void endChunk() {
		this.chunks.add(new Chunk(this.json.array(), this.json.size()));
		this.length += this.json.size();
	}

	private void writeEvent(long timestamp, byte[] buffer, int offset, int messageLength) {
		makeRoom(messageLength + messageLength / BYTES_FOR_AN_ESCAPE + BYTES_AROUND_A_MESSAGE);
		this.json.beginObject();
		if (timestamp == this.lastTimestamp && this.lastTimestampTo > 0) {
			this.json.repeat(this.lastTimestampFrom, this.lastTimestampTo);
		}
		else {
			writeTimestamp(timestamp);
		}
		this.json.value(buffer, offset, messageLength);
		this.json.endObject();
	}

	private void makeRoom(int room) {
		if (room > this.json.capacity() - this.json.size()) {
			endChunk();
			this.json.continueIn(this.idleArrays.take(room));
			this.lastTimestampTo = 0;
		}
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
		return this.length;
	}

	/**
	 * Returns the body, to be read until it is released.
	 * @return the body as the SDK takes it; not a copy
	 */
	RequestBody toRequestBody() {
		return RequestBody.fromContentProvider(this::newStream, this.length, CONTENT_TYPE);
	}

	private InputStream newStream() {
		return new SequenceInputStream(Collections.enumeration(this.chunks.stream()
			.map((chunk) -> new ByteArrayInputStream(chunk.array(), 0, chunk.size()))
			.toList()));
	}

	/**
	 * Gives the memory back: nobody reads the body any more.
	 */
	void release() {
		this.chunks.forEach((chunk) -> this.idleArrays.keep(chunk.array()));
	}

}
