package io.github.cloudwatchlogging.event;

import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * A message, at the beginning of an array that its owner may write over as soon as the
 * call returns that it was given to. Whoever wants to keep it copies it. Not thread-safe.
 */
public final class MessageBytes {

	private final byte[] buffer;

	private final int length;

	private long crc32c = -1;

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
	 * Returns the message's CRC-32C. It is computed by the first call and remembered.
	 * @return the checksum
	 */
	public int crc32c() {
		if (this.crc32c < 0) {
			CRC32C crc = new CRC32C();
			crc.update(this.buffer, 0, this.length);
			this.crc32c = crc.getValue();
		}
		return (int) this.crc32c;
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
