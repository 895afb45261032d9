package io.github.cloudwatchlogging.json;

import java.util.Arrays;

/**
 * Bytes that grow. Not thread-safe.
 */
final class JsonBuffer {

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

	void putUtf8(int codePoint) {
		if (codePoint < 0x80) {
			put(codePoint);
		}
		else if (codePoint < 0x800) {
			put(0xC0 | (codePoint >> 6));
			putContinuation(codePoint);
		}
		else if (codePoint < 0x10000) {
			put(0xE0 | (codePoint >> 12));
			putContinuation(codePoint >> 6);
			putContinuation(codePoint);
		}
		else {
			put(0xF0 | (codePoint >> 18));
			putContinuation(codePoint >> 12);
			putContinuation(codePoint >> 6);
			putContinuation(codePoint);
		}
	}

	private void putContinuation(int bits) {
		put(0x80 | (bits & 0x3F));
	}

	private void ensure(int more) {
		if (this.size + more > this.bytes.length) {
			this.bytes = Arrays.copyOf(this.bytes, Math.max(this.size + more, this.bytes.length * 2));
		}
	}

	int size() {
		return this.size;
	}

	byte[] toByteArray() {
		return Arrays.copyOf(this.bytes, this.size);
	}

}
