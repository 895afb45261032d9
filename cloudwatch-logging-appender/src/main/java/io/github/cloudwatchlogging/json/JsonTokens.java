package io.github.cloudwatchlogging.json;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The strings and words of a JSON text.
 */
final class JsonTokens {

	private static final Pattern LITERAL = Pattern
		.compile("true|false|null|-?(?:0|[1-9][0-9]*+)(?:\\.[0-9]++)?+(?:[eE][+-]?[0-9]++)?+");

	private JsonTokens() {
	}

	/**
	 * Returns where the number or the word ends that begins at an index; the index itself
	 * where none does.
	 */
	static int endOfLiteral(String text, int start) {
		Matcher matcher = LITERAL.matcher(text).region(start, text.length());
		return matcher.lookingAt() ? matcher.end() : start;
	}

	/**
	 * Returns the index behind the closing quote of a string that is whole.
	 */
	static int endOfString(String text, int quote) {
		int index = quote + 1;
		while (text.charAt(index) != '"') {
			index += (text.charAt(index) == '\\') ? 2 : 1;
		}
		return index + 1;
	}

	/**
	 * Returns the value of the string that begins with a quote, or {@code null} where it
	 * does not end or breaks a rule.
	 */
	static @Nullable String stringAt(String text, int quote) {
		int from = quote + 1;
		StringBuilder value = null;
		for (int index = from; index < text.length(); index++) {
			char character = text.charAt(index);
			if (character == '"') {
				return (value != null) ? value.append(text, from, index).toString() : text.substring(from, index);
			}
			if (character < ' ') {
				return null;
			}
			if (character == '\\') {
				value = ((value != null) ? value : new StringBuilder()).append(text, from, index);
				int unescaped = unescape(text, index);
				if (unescaped < 0) {
					return null;
				}
				value.append((char) unescaped);
				index += (text.charAt(index + 1) == 'u') ? 5 : 1;
				from = index + 1;
			}
		}
		return null;
	}

	private static int unescape(String text, int backslash) {
		char escape = (backslash + 1 < text.length()) ? text.charAt(backslash + 1) : ' ';
		return switch (escape) {
			case '"', '\\', '/' -> escape;
			case 'b' -> '\b';
			case 'f' -> '\f';
			case 'n' -> '\n';
			case 'r' -> '\r';
			case 't' -> '\t';
			case 'u' -> unicode(text, backslash + 2);
			default -> -1;
		};
	}

	private static int unicode(String text, int start) {
		if (start + 4 > text.length()) {
			return -1;
		}
		int unit = 0;
		for (int index = start; index < start + 4; index++) {
			char digit = text.charAt(index);
			int value = (digit < 0x80) ? Character.digit(digit, 16) : -1;
			if (value < 0) {
				return -1;
			}
			unit = unit << 4 | value;
		}
		return unit;
	}

}
