package io.github.cloudwatchlogging.test.store;

import java.nio.charset.StandardCharsets;

/**
 * The events of one request: their messages as UTF-8, one after the other in a single
 * array. Immutable.
 */
public final class EventBatch {

	private static final EventBatch EMPTY = new EventBatch(new long[0], new int[0], new byte[0]);

	private final long[] timestamps;

	private final int[] ends;

	private final byte[] messages;

	EventBatch(long[] timestamps, int[] ends, byte[] messages) {
		this.timestamps = timestamps;
		this.ends = ends;
		this.messages = messages;
	}

	/**
	 * Returns the batch without events.
	 * @return the batch
	 */
	public static EventBatch empty() {
		return EMPTY;
	}

	/**
	 * Returns the number of events.
	 * @return the number
	 */
	public int size() {
		return this.timestamps.length;
	}

	/**
	 * Returns when an event happened.
	 * @param index its index
	 * @return the epoch milliseconds
	 */
	public long timestamp(int index) {
		return this.timestamps[index];
	}

	/**
	 * Returns the message of an event.
	 * @param index its index
	 * @return the message
	 */
	public String message(int index) {
		int start = start(index);
		return new String(this.messages, start, this.ends[index] - start, StandardCharsets.UTF_8);
	}

	/**
	 * Returns the size of a message.
	 * @param index its index
	 * @return the UTF-8 bytes
	 */
	public int messageBytes(int index) {
		return this.ends[index] - start(index);
	}

	/**
	 * Returns the size of all messages.
	 * @return the UTF-8 bytes
	 */
	public long messageBytes() {
		return this.messages.length;
	}

	private int start(int index) {
		return (index > 0) ? this.ends[index - 1] : 0;
	}

}
