package io.github.cloudwatchlogging.test.store;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Gathers the events of one request while it is parsed. Not thread-safe.
 */
public final class EventBatchBuilder {

	/** U+FFFD, which the service puts in place of a lone surrogate. */
	private static final byte[] REPLACEMENT = { (byte) 0xEF, (byte) 0xBF, (byte) 0xBD };

	private static final int MAX_BYTES_PER_CHAR = 3;

	private final CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder()
		.onMalformedInput(CodingErrorAction.REPLACE)
		.onUnmappableCharacter(CodingErrorAction.REPLACE)
		.replaceWith(REPLACEMENT);

	private long[] timestamps = new long[64];

	private int[] ends = new int[64];

	private ByteBuffer messages;

	private int size;

	/**
	 * Creates a builder.
	 * @param expectedBytes how many bytes of messages to expect
	 */
	public EventBatchBuilder(int expectedBytes) {
		this.messages = ByteBuffer.allocate(Math.max(expectedBytes, 64));
	}

	/**
	 * Appends to the message of the event that {@link #endEvent(long)} will end.
	 * @param chars the array that holds it
	 * @param offset where it begins
	 * @param length its length
	 */
	public void message(char[] chars, int offset, int length) {
		ensureSpace(length);
		this.encoder.reset();
		this.encoder.encode(CharBuffer.wrap(chars, offset, length), this.messages, true);
		this.encoder.flush(this.messages);
	}

	/**
	 * Ends an event.
	 * @param timestamp when it happened, in epoch milliseconds
	 */
	public void endEvent(long timestamp) {
		if (this.size == this.timestamps.length) {
			this.timestamps = Arrays.copyOf(this.timestamps, this.size * 2);
			this.ends = Arrays.copyOf(this.ends, this.size * 2);
		}
		this.timestamps[this.size] = timestamp;
		this.ends[this.size] = this.messages.position();
		this.size++;
	}

	/**
	 * Returns the events.
	 * @return the batch
	 */
	public EventBatch build() {
		return new EventBatch(Arrays.copyOf(this.timestamps, this.size), Arrays.copyOf(this.ends, this.size),
				Arrays.copyOf(this.messages.array(), this.messages.position()));
	}

	private void ensureSpace(int chars) {
		int needed = chars * MAX_BYTES_PER_CHAR;
		if (this.messages.remaining() < needed) {
			int capacity = Math.max(this.messages.capacity() * 2, this.messages.position() + needed);
			this.messages = ByteBuffer.allocate(capacity).put(this.messages.flip());
		}
	}

}
