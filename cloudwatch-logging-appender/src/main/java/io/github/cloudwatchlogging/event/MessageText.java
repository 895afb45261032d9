package io.github.cloudwatchlogging.event;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Makes what an encoder returned a message that the service takes: without the line's
 * end, not empty, valid UTF-8, and not too long.
 */
public final class MessageText {

	private static final byte[] BLANK = { ' ' };

	private final int maxBytes;

	/**
	 * Creates the rules for messages of at most the given length.
	 * @param maxBytes the longest message, in UTF-8 bytes
	 */
	public MessageText(int maxBytes) {
		this.maxBytes = maxBytes;
	}

	/**
	 * Returns the lawful message for what an encoder returned. An empty text becomes one
	 * blank, because the service refuses an empty message and a line without text is
	 * still an event.
	 * @param encoded what the encoder returned; never changed
	 * @return the message, which may be the given array itself
	 */
	public byte[] lawful(byte[] encoded) {
		int length = lengthWithoutLineEnd(encoded);
		if (length == 0) {
			return BLANK.clone();
		}
		byte[] text = (length == encoded.length) ? encoded : Arrays.copyOf(encoded, length);
		if (!Utf8.isValid(text)) {
			text = new String(text, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
		}
		return (text.length <= this.maxBytes) ? text : truncate(text);
	}

	private static int lengthWithoutLineEnd(byte[] encoded) {
		int length = encoded.length;
		while (length > 0 && (encoded[length - 1] == '\n' || encoded[length - 1] == '\r')) {
			length--;
		}
		return length;
	}

	private byte[] truncate(byte[] text) {
		byte[] mark = ("... [" + (text.length - this.maxBytes) + "+ bytes truncated]").getBytes(StandardCharsets.UTF_8);
		int kept = Utf8.floorToCodePoint(text, Math.max(0, this.maxBytes - mark.length));
		byte[] truncated = Arrays.copyOf(text, kept + mark.length);
		System.arraycopy(mark, 0, truncated, kept, mark.length);
		return truncated;
	}

}
