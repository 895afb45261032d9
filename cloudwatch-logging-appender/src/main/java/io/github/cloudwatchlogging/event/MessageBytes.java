package io.github.cloudwatchlogging.event;

import java.util.Arrays;

/**
 * A message, at the beginning of an array that its owner may write over as soon as the
 * call returns that it was given to. Whoever wants to keep it copies it.
 */
public final class MessageBytes {

	private final byte[] buffer;

	private final int length;

	private MessageBytes(byte[] buffer, int length) {
		this.buffer = buffer;
		this.length = length;
	}

	/**
	 * Returns a message that is all of an array.
	 * @param message the message; not copied
	 * @return the message
	 */
	public static MessageBytes of(byte[] message) {
		return new MessageBytes(message, message.length);
	}

	/**
	 * Returns a message that is the beginning of an array.
	 * @param buffer begins with the message; not copied
	 * @param length the message's length in bytes, at most the array's
	 * @return the message
	 */
	public static MessageBytes lent(byte[] buffer, int length) {
		return new MessageBytes(buffer, length);
	}

	/**
	 * Returns the array that begins with the message.
	 * @return the array itself; must not be changed or kept
	 */
	public byte[] buffer() {
		return this.buffer;
	}

	/**
	 * Returns the message's length.
	 * @return bytes, at most the array's
	 */
	public int length() {
		return this.length;
	}

	/**
	 * Copies the message.
	 * @param target where to
	 * @param offset where in the target it begins
	 */
	public void copyTo(byte[] target, int offset) {
		System.arraycopy(this.buffer, 0, target, offset, this.length);
	}

	/**
	 * Returns a copy.
	 * @return the message alone
	 */
	public byte[] toByteArray() {
		return Arrays.copyOf(this.buffer, this.length);
	}

}
