package io.github.cloudwatchlogging.logback.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Text as UTF-8, in memory that grows. Not thread-safe.
 */
final class Utf8Buffer {

	private static final int INITIAL_CAPACITY = 512;

	private byte[] bytes = new byte[INITIAL_CAPACITY];

	private int size;

	void clear() {
		this.size = 0;
	}

	void put(byte[] utf8) {
		ensure(utf8.length);
		System.arraycopy(utf8, 0, this.bytes, this.size, utf8.length);
		this.size += utf8.length;
	}

	// The JVM has instructions of its own for this, for which a copy is a small price.
	void put(String text) {
		put(text.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Appends a number of three digits, with zeros before it.
	 */
	void putThreeDigits(int number) {
		ensure(3);
		this.bytes[this.size++] = (byte) ('0' + number / 100);
		this.bytes[this.size++] = (byte) ('0' + number / 10 % 10);
		this.bytes[this.size++] = (byte) ('0' + number % 10);
	}

	void cutLineEnd() {
		while (this.size > 0 && (this.bytes[this.size - 1] == '\n' || this.bytes[this.size - 1] == '\r')) {
			this.size--;
		}
	}

	private void ensure(int more) {
		if (this.size + more > this.bytes.length) {
			this.bytes = Arrays.copyOf(this.bytes,
					Math.max(this.size + more, this.bytes.length + this.bytes.length / 2));
		}
	}

	byte[] array() {
		return this.bytes;
	}

	int size() {
		return this.size;
	}

	int capacity() {
		return this.bytes.length;
	}

}
