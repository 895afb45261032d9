package io.github.cloudwatchlogging.json;

/**
 * Characters as they stand in a JSON string on one line. What any reader might take for
 * the end of a line is escaped, also where JSON would not ask for it; a lone surrogate,
 * which UTF-8 has no bytes for, becomes the replacement character.
 */
final class JsonString {

	static final int MOST_BYTES_FOR_A_CHARACTER = 6;

	private static final char REPLACEMENT_CHARACTER = 0xFFFD;

	private static final char NEXT_LINE = 0x85;

	private static final char LINE_SEPARATOR = 0x2028;

	private static final char PARAGRAPH_SEPARATOR = 0x2029;

	private static final byte[] HEX = { '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e',
			'f' };

	private static final byte UNICODE = 'u';

	// By character: 0 for one that stands for itself, else what follows the backslash.
	private static final byte[] ESCAPES = escapes();

	private JsonString() {
	}

	private static byte[] escapes() {
		byte[] escapes = new byte[0x80];
		for (int control = 0; control < ' '; control++) {
			escapes[control] = UNICODE;
		}
		escapes[0x7F] = UNICODE;
		escapes['\n'] = 'n';
		escapes['\r'] = 'r';
		escapes['\t'] = 't';
		escapes['"'] = '"';
		escapes['\\'] = '\\';
		return escapes;
	}

	/**
	 * Encodes a part of a text.
	 * @param text the text
	 * @param from the part's first character
	 * @param to the end of the part, not between the two halves of a pair
	 * @param target where there is room for the worst
	 * @param at where the part goes
	 * @return the index behind it
	 */
	static int encode(String text, int from, int to, byte[] target, int at) {
		int end = at;
		int index = from;
		while (index < to) {
			char character = text.charAt(index++);
			if (character < 0x80) {
				byte escape = ESCAPES[character];
				if (escape == 0) {
					target[end++] = (byte) character;
				}
				else {
					end = escape(character, escape, target, end);
				}
			}
			else if (!Character.isSurrogate(character)) {
				end = encode(character, target, end);
			}
			else if (index < to && Character.isSurrogatePair(character, text.charAt(index))) {
				end = encodePair(Character.toCodePoint(character, text.charAt(index++)), target, end);
			}
			else {
				end = encode(REPLACEMENT_CHARACTER, target, end);
			}
		}
		return end;
	}

	private static int encode(char character, byte[] target, int at) {
		int end = at;
		if (character == NEXT_LINE || character == LINE_SEPARATOR || character == PARAGRAPH_SEPARATOR) {
			return escape(character, UNICODE, target, end);
		}
		if (character < 0x800) {
			target[end++] = (byte) (0xC0 | (character >> 6));
		}
		else {
			target[end++] = (byte) (0xE0 | (character >> 12));
			target[end++] = (byte) (0x80 | ((character >> 6) & 0x3F));
		}
		target[end++] = (byte) (0x80 | (character & 0x3F));
		return end;
	}

	private static int encodePair(int codePoint, byte[] target, int at) {
		target[at] = (byte) (0xF0 | (codePoint >> 18));
		target[at + 1] = (byte) (0x80 | ((codePoint >> 12) & 0x3F));
		target[at + 2] = (byte) (0x80 | ((codePoint >> 6) & 0x3F));
		target[at + 3] = (byte) (0x80 | (codePoint & 0x3F));
		return at + 4;
	}

	/**
	 * Escapes a character that JSON has an escape for.
	 * @param character a control character, a quote or a backslash
	 * @param target where there is room for the worst
	 * @param at where the escape goes
	 * @return the index behind it
	 */
	static int escapeAscii(byte character, byte[] target, int at) {
		return escape((char) character, ESCAPES[character], target, at);
	}

	private static int escape(char character, byte escape, byte[] target, int at) {
		int end = at;
		target[end++] = '\\';
		target[end++] = escape;
		if (escape == UNICODE) {
			for (int shift = 12; shift >= 0; shift -= 4) {
				target[end++] = HEX[(character >> shift) & 0xF];
			}
		}
		return end;
	}

}
