package io.github.cloudwatchlogging.json;

/**
 * The text inside a JSON string, character by character: plain ones, and escapes that
 * must not be torn apart.
 */
final class JsonText {

	private static final int SHORT_ESCAPE = 2;

	private static final int UNICODE_ESCAPE = 6;

	private JsonText() {
	}

	/**
	 * Returns the bytes that the character at an index takes: a plain one, an escape, or
	 * the two escapes of a surrogate pair.
	 * @param json valid UTF-8
	 * @param index where a character begins
	 * @return the length, or 0 where an escape is broken or the text ends within it
	 */
	static int lengthAt(byte[] json, int index) {
		if (json[index] != '\\') {
			return plainLength(json[index]);
		}
		if (index + SHORT_ESCAPE > json.length || json[index + 1] < ' ') {
			return 0;
		}
		if (json[index + 1] != 'u') {
			return SHORT_ESCAPE;
		}
		int unit = unicodeEscapeAt(json, index);
		if (unit < 0) {
			return 0;
		}
		return isPair(json, index, unit) ? 2 * UNICODE_ESCAPE : UNICODE_ESCAPE;
	}

	/**
	 * Returns how many bytes of UTF-8 the character at an index stands for.
	 * @param json valid UTF-8
	 * @param index where a character with a {@link #lengthAt} begins
	 * @return from 1 to 4
	 */
	static int utf8LengthAt(byte[] json, int index) {
		if (json[index] != '\\') {
			return plainLength(json[index]);
		}
		if (json[index + 1] != 'u') {
			return 1;
		}
		int unit = unicodeEscapeAt(json, index);
		if (isPair(json, index, unit)) {
			return 4;
		}
		return (unit < 0x80) ? 1 : (unit < 0x800) ? 2 : 3;
	}

	private static int plainLength(byte first) {
		if (first >= 0) {
			return 1;
		}
		int bits = first & 0xFF;
		return (bits < 0xE0) ? 2 : (bits < 0xF0) ? 3 : 4;
	}

	private static boolean isPair(byte[] json, int index, int unit) {
		if (unit < Character.MIN_HIGH_SURROGATE || unit > Character.MAX_HIGH_SURROGATE) {
			return false;
		}
		int next = unicodeEscapeAt(json, index + UNICODE_ESCAPE);
		return next >= Character.MIN_LOW_SURROGATE && next <= Character.MAX_LOW_SURROGATE;
	}

	private static int unicodeEscapeAt(byte[] json, int index) {
		if (index + UNICODE_ESCAPE > json.length || json[index] != '\\' || json[index + 1] != 'u') {
			return -1;
		}
		int unit = 0;
		for (int digit = index + 2; digit < index + UNICODE_ESCAPE; digit++) {
			int value = (json[digit] >= 0) ? Character.digit(json[digit], 16) : -1;
			if (value < 0) {
				return -1;
			}
			unit = unit << 4 | value;
		}
		return unit;
	}

}
