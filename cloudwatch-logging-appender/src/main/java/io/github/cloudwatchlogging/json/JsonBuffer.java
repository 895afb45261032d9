package io.github.cloudwatchlogging.json;

import java.util.Arrays;

/**
 * Bytes that grow. Not thread-safe.
 */
final class JsonBuffer {

	// Characters, or bytes, of a text that room is made for at once: a text of a megabyte
	// does not reserve six.
	private static final int CHUNK = 512;

	private byte[] bytes;

	private int size;

	JsonBuffer(int capacity) {
		this.bytes = new byte[capacity];
	}

	void put(int value) {
		ensure(1);
		this.bytes[this.size++] = (byte) value;
	}

	void put(byte[] source, int from, int to) {
		ensure(to - from);
		System.arraycopy(source, from, this.bytes, this.size, to - from);
		this.size += to - from;
	}

	void putAscii(String text) {
		ensure(text.length());
		for (int index = 0; index < text.length(); index++) {
			this.bytes[this.size++] = (byte) text.charAt(index);
		}
	}

	/**
	 * Appends a number that is not negative, with zeros before it.
	 */
	void putDigits(long number, int digits) {
		ensure(digits);
		long rest = number;
		for (int index = this.size + digits - 1; index >= this.size; index--) {
			this.bytes[index] = (byte) ('0' + rest % 10);
			rest /= 10;
		}
		this.size += digits;
	}

	void putNumber(long number) {
		if (number == Long.MIN_VALUE) {
			putAscii("-9223372036854775808");
			return;
		}
		if (number < 0) {
			put('-');
		}
		long positive = Math.abs(number);
		int digits = 1;
		for (long rest = positive; rest >= 10; rest /= 10) {
			digits++;
		}
		putDigits(positive, digits);
	}

	/**
	 * Appends a text as it stands between the quotes of a JSON string.
	 */
	void putJsonText(String text) {
		int index = 0;
		while (index < text.length()) {
			int end = endOfChunk(text, index);
			ensure((end - index) * JsonString.MOST_BYTES_FOR_A_CHARACTER);
			this.size = JsonString.encode(text, index, end, this.bytes, this.size);
			index = end;
		}
	}

	/**
	 * Appends a text that is UTF-8 already, as it stands between the quotes of a JSON
	 * string.
	 */
	void putJsonText(byte[] utf8, int from, int to) {
		int index = from;
		while (index < to) {
			int end = Math.min(index + CHUNK, to);
			ensure((end - index) * JsonBytes.MOST_BYTES_FOR_A_BYTE + Long.BYTES);
			this.size = JsonBytes.encode(utf8, index, end, this.bytes, this.size);
			index = end;
		}
	}

	private static int endOfChunk(String text, int start) {
		int end = start + CHUNK;
		if (end >= text.length()) {
			return text.length();
		}
		return Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
	}

	private void ensure(int more) {
		if (this.size + more > this.bytes.length) {
			this.bytes = Arrays.copyOf(this.bytes,
					Math.max(this.size + more, this.bytes.length + this.bytes.length / 2));
		}
	}

	/**
	 * Goes on in other memory.
	 */
	void continueIn(byte[] memory) {
		this.bytes = memory;
		this.size = 0;
	}

	int size() {
		return this.size;
	}

	int capacity() {
		return this.bytes.length;
	}

	/**
	 * Forgets all that came after the first bytes.
	 */
	void cut(int newSize) {
		this.size = newSize;
	}

	/**
	 * Returns the bytes themselves, of which the first {@link #size()} count.
	 */
	byte[] array() {
		return this.bytes;
	}

	byte[] toByteArray() {
		return Arrays.copyOf(this.bytes, this.size);
	}

}
