package io.github.cloudwatchlogging.benchmarks.peers;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Counts a text in bytes, with one look at most positions for a whole text's length: the
 * service must not take the CPU from those that are measured.
 */
final class Occurrences {

	private Occurrences() {
	}

	static int of(String text, byte[] bytes) {
		byte[] wanted = text.getBytes(StandardCharsets.US_ASCII);
		int[] skips = skips(wanted);
		int count = 0;
		int last = wanted.length - 1;
		for (int end = last; end < bytes.length; end += skips[bytes[end] & 0xFF]) {
			if (bytes[end] == wanted[last] && Arrays.equals(bytes, end - last, end + 1, wanted, 0, wanted.length)) {
				count++;
			}
		}
		return count;
	}

	// How far the text can move on where its last byte meets this one.
	private static int[] skips(byte[] wanted) {
		int[] skips = new int[256];
		Arrays.fill(skips, wanted.length);
		for (int index = 0; index < wanted.length - 1; index++) {
			skips[wanted[index] & 0xFF] = wanted.length - 1 - index;
		}
		return skips;
	}

}
