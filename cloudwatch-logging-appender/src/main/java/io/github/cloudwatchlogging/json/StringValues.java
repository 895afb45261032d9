package io.github.cloudwatchlogging.json;

import java.util.Arrays;
import java.util.BitSet;

import org.jspecify.annotations.Nullable;

/**
 * Where the string values of one JSON object lie, at whatever depth. Holds brackets,
 * names and strings to the grammar; takes any word for a number, and control characters
 * in a string, because encoders exist that write them. Needs no stack, so depth costs a
 * bit a level.
 */
final class StringValues {

	private static final int ROOT = 0;

	private final byte[] json;

	private final String watchedName;

	// One bit a level: whether it is an object.
	private final BitSet levels = new BitSet();

	private int depth = -1;

	private int index;

	private int[] starts = new int[16];

	private int[] ends = new int[16];

	private int count;

	private boolean watchedNameSeen;

	private StringValues(byte[] json, String watchedName) {
		this.json = json;
		this.watchedName = watchedName;
	}

	/**
	 * Returns the string values of a JSON object.
	 * @param json valid UTF-8
	 * @param watchedName a member's name that {@link #sawName()} is asked for
	 * @return the values, or {@code null} where the bytes are no object
	 */
	static @Nullable StringValues of(byte[] json, String watchedName) {
		StringValues values = new StringValues(json, watchedName);
		return values.scan() ? values : null;
	}

	int count() {
		return this.count;
	}

	/**
	 * Returns the index of a value's first byte behind the quote.
	 */
	int start(int value) {
		return this.starts[value];
	}

	/**
	 * Returns the index of a value's closing quote.
	 */
	int end(int value) {
		return this.ends[value];
	}

	int length(int value) {
		return this.ends[value] - this.starts[value];
	}

	/**
	 * Returns whether the root object has a member of the watched name.
	 */
	boolean sawName() {
		return this.watchedNameSeen;
	}

	private boolean scan() {
		if (next() != '{') {
			return false;
		}
		Expected expected = open(true);
		while (expected != Expected.END) {
			int next = next();
			expected = switch (expected) {
				case NAME -> (next == '"') ? name() : Expected.FAILURE;
				case NAME_OR_CLOSE -> (next == '"') ? name() : close(next);
				case VALUE -> value(next);
				case VALUE_OR_CLOSE -> (next == ']') ? close(next) : value(next);
				case COMMA_OR_CLOSE -> (next == ',') ? afterComma() : close(next);
				case END, FAILURE -> Expected.FAILURE;
			};
			if (expected == Expected.FAILURE) {
				return false;
			}
		}
		return next() < 0;
	}

	/**
	 * Takes the next byte that is no white space, or -1 behind the last one.
	 */
	private int next() {
		while (this.index < this.json.length) {
			byte next = this.json[this.index++];
			if (next != ' ' && next != '\t' && next != '\n' && next != '\r') {
				return next & 0xFF;
			}
		}
		return -1;
	}

	private Expected open(boolean object) {
		this.levels.set(++this.depth, object);
		return object ? Expected.NAME_OR_CLOSE : Expected.VALUE_OR_CLOSE;
	}

	private Expected close(int bracket) {
		if (bracket != (this.levels.get(this.depth) ? '}' : ']')) {
			return Expected.FAILURE;
		}
		return (this.depth-- == ROOT) ? Expected.END : Expected.COMMA_OR_CLOSE;
	}

	private Expected afterComma() {
		return this.levels.get(this.depth) ? Expected.NAME : Expected.VALUE;
	}

	private Expected name() {
		int start = this.index;
		int end = endOfString();
		if (end < 0 || next() != ':') {
			return Expected.FAILURE;
		}
		if (this.depth == ROOT && isWatchedName(start, end)) {
			this.watchedNameSeen = true;
		}
		return Expected.VALUE;
	}

	private boolean isWatchedName(int start, int end) {
		if (end - start != this.watchedName.length()) {
			return false;
		}
		for (int offset = 0; offset < this.watchedName.length(); offset++) {
			if (this.json[start + offset] != this.watchedName.charAt(offset)) {
				return false;
			}
		}
		return true;
	}

	private Expected value(int first) {
		if (first == '{' || first == '[') {
			return open(first == '{');
		}
		return (first == '"') ? string() : literal(first);
	}

	private Expected string() {
		int start = this.index;
		int end = endOfString();
		if (end < 0) {
			return Expected.FAILURE;
		}
		if (this.count == this.starts.length) {
			this.starts = Arrays.copyOf(this.starts, this.count * 2);
			this.ends = Arrays.copyOf(this.ends, this.count * 2);
		}
		this.starts[this.count] = start;
		this.ends[this.count++] = end;
		return Expected.COMMA_OR_CLOSE;
	}

	/**
	 * Goes behind the closing quote and returns its index, or -1 if there is none.
	 */
	private int endOfString() {
		while (this.index < this.json.length) {
			if (this.json[this.index] == '"') {
				return this.index++;
			}
			int length = JsonText.lengthAt(this.json, this.index);
			if (length == 0) {
				return -1;
			}
			this.index += length;
		}
		return -1;
	}

	private Expected literal(int first) {
		if (!isOfLiteral(first)) {
			return Expected.FAILURE;
		}
		while (this.index < this.json.length && isOfLiteral(this.json[this.index])) {
			this.index++;
		}
		return Expected.COMMA_OR_CLOSE;
	}

	private static boolean isOfLiteral(int character) {
		return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'z')
				|| (character >= 'A' && character <= 'Z') || character == '-' || character == '+' || character == '.';
	}

	/**
	 * What the grammar allows next.
	 */
	private enum Expected {

		NAME, NAME_OR_CLOSE, VALUE, VALUE_OR_CLOSE, COMMA_OR_CLOSE, END, FAILURE

	}

}
