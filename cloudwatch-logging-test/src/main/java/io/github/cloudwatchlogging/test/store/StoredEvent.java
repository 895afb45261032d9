package io.github.cloudwatchlogging.test.store;

import java.util.Comparator;

/**
 * A reference to one stored event, whose message is decoded only when asked for.
 *
 * @param stream the name of its stream
 * @param segment the put that brought it
 * @param index its index in that put
 */
public record StoredEvent(String stream, Segment segment, int index) {

	/**
	 * The order in which events are read: by timestamp, then as they arrived.
	 */
	public static final Comparator<StoredEvent> READ_ORDER = Comparator.comparingLong(StoredEvent::timestamp)
		.thenComparingLong(StoredEvent::sequence);

	/**
	 * Returns when it happened.
	 * @return the epoch milliseconds
	 */
	public long timestamp() {
		return this.segment.batch().timestamp(this.index);
	}

	/**
	 * Returns its number in the order of arrival at the server.
	 * @return the number
	 */
	public long sequence() {
		return this.segment.firstSequence() + this.index;
	}

	/**
	 * Returns when it was accepted.
	 * @return the epoch milliseconds
	 */
	public long ingestionTime() {
		return this.segment.ingestionTime();
	}

	/**
	 * Returns the size of its message.
	 * @return the UTF-8 bytes
	 */
	public int messageBytes() {
		return this.segment.batch().messageBytes(this.index);
	}

	/**
	 * Returns its message.
	 * @return the message
	 */
	public String message() {
		return this.segment.batch().message(this.index);
	}

}
