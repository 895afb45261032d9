package io.github.cloudwatchlogging.event;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Makes what an encoder returned a message that the service takes, but for its length:
 * without the line's end, not empty, and valid UTF-8.
 */
public final class MessageText {

	private static final byte[] BLANK = { ' ' };

	private MessageText() {
	}

	/**
	 * Returns the message for what an encoder returned. An empty text becomes one blank,
	 * because the service refuses an empty message and a line without text is still an
	 * event.
	 * @param encoded what the encoder returned; never changed
	 * @return the message, which may be the given array itself
	 */
	public static byte[] lawful(byte[] encoded) {
		int length = lengthWithoutLineEnd(encoded);
		if (length == 0) {
			return BLANK.clone();
		}
		byte[] text = (length == encoded.length) ? encoded : Arrays.copyOf(encoded, length);
		return Utf8.isValid(text) ? text : new String(text, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * Returns how much of what an encoder returned is the message, where that needs no
	 * other change than the cut of the line's end: nearly always.
	 * @param encoded what the encoder returned
	 * @return the length, or 0 where {@link #lawful} has to make a message of it
	 */
	public static int lawfulLength(byte[] encoded) {
		int length = lengthWithoutLineEnd(encoded);
		return Utf8.isValid(encoded, length) ? length : 0;
	}

	private static int lengthWithoutLineEnd(byte[] encoded) {
		int length = encoded.length;
		while (length > 0 && (encoded[length - 1] == '\n' || encoded[length - 1] == '\r')) {
			length--;
		}
		return length;
	}

}
