package io.github.cloudwatchlogging.logback;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import io.github.cloudwatchlogging.event.LongText;
import io.github.cloudwatchlogging.json.JsonTruncation;
import io.github.cloudwatchlogging.settings.OversizePolicy;

/**
 * Holds messages to the length that a batch takes. Thread-safe.
 */
final class MessageLength {

	private final OversizePolicy policy;

	private final int maxBytes;

	private final AtomicLong splitMessages = new AtomicLong();

	MessageLength(OversizePolicy policy, int maxBytes) {
		this.policy = policy;
		this.maxBytes = maxBytes;
	}

	boolean allows(int length) {
		return length <= this.maxBytes;
	}

	/**
	 * Returns the messages that take the place of one that is too long.
	 * @param message a message whose length is not {@link #allows allowed}
	 * @return one that fits, several, or none where it is to be dropped
	 */
	List<byte[]> replace(byte[] message) {
		return switch (this.policy) {
			case TRUNCATE -> List.of(shorten(message));
			case SPLIT -> LongText.split(message, this.maxBytes, this.splitMessages.incrementAndGet());
			case DROP -> List.of();
		};
	}

	private byte[] shorten(byte[] message) {
		byte[] json = JsonTruncation.shorten(message, this.maxBytes);
		return (json != null) ? json : LongText.shorten(message, this.maxBytes);
	}

}
