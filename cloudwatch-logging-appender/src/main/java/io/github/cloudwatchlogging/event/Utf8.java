package io.github.cloudwatchlogging.event;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Questions about UTF-8 bytes.
 */
public final class Utf8 {

	private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

	private static final long NOT_ASCII = 0x8080_8080_8080_8080L;

	private Utf8() {
	}

	/**
	 * Returns whether the bytes are well-formed UTF-8 (RFC 3629: shortest forms only, no
	 * surrogates, nothing above U+10FFFF).
	 * @param bytes the bytes
	 * @return whether a strict decoder takes them
	 */
	public static boolean isValid(byte[] bytes) {
		return isValid(bytes, bytes.length);
	}

	/**
	 * Returns whether the first bytes are well-formed UTF-8.
	 * @param bytes the bytes
	 * @param end the number of those that count
	 * @return whether a strict decoder takes them
	 */
	public static boolean isValid(byte[] bytes, int end) {
		int index = asciiLength(bytes, end);
		while (index < end) {
			int length = (bytes[index] >= 0) ? 1 : sequenceLength(bytes, index, end);
			if (length == 0) {
				return false;
			}
			index += length;
		}
		return true;
	}

	/**
	 * Returns how many bytes at the beginning are certain to be ASCII, eight at a time:
	 * of most messages, all but the last few.
	 */
	private static int asciiLength(byte[] bytes, int end) {
		int index = 0;
		while (index + Long.BYTES <= end && ((long) LONG.get(bytes, index) & NOT_ASCII) == 0) {
			index += Long.BYTES;
		}
		return index;
	}

	private static int sequenceLength(byte[] bytes, int index, int end) {
		int first = bytes[index] & 0xFF;
		int second = continuation(bytes, index + 1, end);
		if (first >= 0xC2 && first <= 0xDF) {
			return (second >= 0) ? 2 : 0;
		}
		if (first >= 0xE0 && first <= 0xEF) {
			boolean shortest = first != 0xE0 || second >= 0xA0;
			boolean noSurrogate = first != 0xED || second <= 0x9F;
			return (second >= 0 && shortest && noSurrogate && continuation(bytes, index + 2, end) >= 0) ? 3 : 0;
		}
		if (first >= 0xF0 && first <= 0xF4) {
			boolean shortest = first != 0xF0 || second >= 0x90;
			boolean inRange = first != 0xF4 || second <= 0x8F;
			return (second >= 0 && shortest && inRange && continuation(bytes, index + 2, end) >= 0
					&& continuation(bytes, index + 3, end) >= 0) ? 4 : 0;
		}
		return 0;
	}

	private static int continuation(byte[] bytes, int index, int end) {
		return (index < end && (bytes[index] & 0xC0) == 0x80) ? bytes[index] & 0xFF : -1;
	}

	/**
	 * Returns the largest length at which valid UTF-8 can be cut without cutting a code
	 * point.
	 * @param bytes valid UTF-8
	 * @param length the most bytes to keep, at most the array's length
	 * @return a length from 0 to the given one
	 */
	public static int floorToCodePoint(byte[] bytes, int length) {
		int floor = length;
		while (floor > 0 && floor < bytes.length && (bytes[floor] & 0xC0) == 0x80) {
			floor--;
		}
		return floor;
	}

}
