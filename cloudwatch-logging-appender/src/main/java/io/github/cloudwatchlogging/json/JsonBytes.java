package io.github.cloudwatchlogging.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Text that is UTF-8 already, as it stands in a JSON string. Only what JSON asks for is
 * escaped. Eight bytes at a time: nearly all of them stand for themselves, and often a
 * whole text does.
 */
final class JsonBytes {

	static final int MOST_BYTES_FOR_A_BYTE = 6;

	private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

	private static final long ONES = 0x0101010101010101L;

	private static final long HIGH_BITS = 0x8080808080808080L;

	private static final long SPACES = ' ' * ONES;

	private static final long QUOTES = '"' * ONES;

	private static final long BACKSLASHES = '\\' * ONES;

	private JsonBytes() {
	}

	/**
	 * Encodes a part of a text.
	 * @param utf8 holds the text
	 * @param from the part's first byte
	 * @param to the end of the part
	 * @param target where there is room for the worst, and for eight bytes more
	 * @param at where the part goes
	 * @return the index behind it
	 */
	static int encode(byte[] utf8, int from, int to, byte[] target, int at) {
		if (isPlain(utf8, from, to)) {
			System.arraycopy(utf8, from, target, at, to - from);
			return at + to - from;
		}
		return encodeWithEscapes(utf8, from, to, target, at);
	}

	private static int encodeWithEscapes(byte[] utf8, int from, int to, byte[] target, int at) {
		int index = from;
		int end = at;
		while (index + Long.BYTES <= to) {
			long word = (long) LONG.get(utf8, index);
			LONG.set(target, end, word);
			long found = toBeEscaped(word);
			// With a branch the processor need not know the one word to begin the next.
			if (found == 0) {
				index += Long.BYTES;
				end += Long.BYTES;
			}
			else {
				int plain = Long.numberOfTrailingZeros(found) / Byte.SIZE;
				index += plain;
				end = JsonString.escapeAscii(utf8[index++], target, end + plain);
			}
		}
		while (index < to) {
			byte value = utf8[index++];
			if (isPlain(value)) {
				target[end++] = value;
			}
			else {
				end = JsonString.escapeAscii(value, target, end);
			}
		}
		return end;
	}

	/**
	 * Returns whether a part of a text stands for itself. A text that begins with what is
	 * escaped, as JSON does, is not looked through.
	 */
	private static boolean isPlain(byte[] utf8, int from, int to) {
		return (to - from < Long.BYTES || toBeEscaped((long) LONG.get(utf8, from)) == 0)
				&& isPlainToItsEnd(utf8, from, to);
	}

	// Without a way out of the loop, the JVM unrolls it.
	private static boolean isPlainToItsEnd(byte[] utf8, int from, int to) {
		long found = 0;
		int index = from;
		for (; index <= to - Long.BYTES; index += Long.BYTES) {
			found |= toBeEscaped((long) LONG.get(utf8, index));
		}
		boolean plain = found == 0;
		for (; index < to; index++) {
			plain &= isPlain(utf8[index]);
		}
		return plain;
	}

	private static boolean isPlain(byte value) {
		return value < 0 || (value >= ' ' && value != '"' && value != '\\');
	}

	// A byte that is too small borrows, which sets its high bit. It borrows from the byte
	// above, which may then be taken for one as well, but the first is always right.
	private static long toBeEscaped(long word) {
		return (below(word, SPACES) | below(word ^ QUOTES, ONES) | below(word ^ BACKSLASHES, ONES)) & HIGH_BITS;
	}

	private static long below(long word, long bounds) {
		return (word - bounds) & ~word;
	}

}
