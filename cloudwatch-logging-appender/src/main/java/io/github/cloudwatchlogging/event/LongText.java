package io.github.cloudwatchlogging.event;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes a text that is too long one that fits, or several. Never cuts a code point, and
 * always says what it did.
 */
public final class LongText {

	private LongText() {
	}

	/**
	 * Cuts off the end of a text and says so in its place.
	 * @param text valid UTF-8, longer than it may be; never changed
	 * @param maxBytes the most bytes; room for the mark and some text
	 * @return the beginning of the text, and a mark
	 */
	public static byte[] shorten(byte[] text, int maxBytes) {
		byte[] mark = ascii("... [" + (text.length - maxBytes) + "+ bytes truncated]");
		int kept = Utf8.floorToCodePoint(text, Math.max(0, maxBytes - mark.length));
		byte[] shortened = Arrays.copyOf(text, kept + mark.length);
		System.arraycopy(mark, 0, shortened, kept, mark.length);
		return shortened;
	}

	/**
	 * Splits a text into parts that begin with a mark such as
	 * <code>[part 2/3 of #7] </code> and are the text again when what follows the marks
	 * is put together.
	 * @param text valid UTF-8, longer than it may be; never changed
	 * @param maxBytes the most bytes in one part; room for the mark and a code point
	 * @param number tells the parts of this text from those of others
	 * @return the parts in order
	 */
	public static List<byte[]> split(byte[] text, int maxBytes, long number) {
		// How many parts there are depends on how long the marks are, and the other way
		// round: reserve for the longest mark there can be.
		int reserved = mark(text.length, text.length, number).length;
		List<Integer> ends = ends(text, Math.max(4, maxBytes - reserved));
		List<byte[]> parts = new ArrayList<>();
		int from = 0;
		for (int part = 1; part <= ends.size(); part++) {
			int end = ends.get(part - 1);
			byte[] mark = mark(part, ends.size(), number);
			byte[] message = Arrays.copyOf(mark, mark.length + end - from);
			System.arraycopy(text, from, message, mark.length, end - from);
			parts.add(message);
			from = end;
		}
		return parts;
	}

	private static List<Integer> ends(byte[] text, int most) {
		List<Integer> ends = new ArrayList<>();
		int end = 0;
		while (end < text.length) {
			end = Utf8.floorToCodePoint(text, Math.min(text.length, end + most));
			ends.add(end);
		}
		return ends;
	}

	private static byte[] mark(int part, int parts, long number) {
		return ascii("[part " + part + "/" + parts + " of #" + number + "] ");
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

}
