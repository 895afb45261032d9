package io.github.cloudwatchlogging.logback.format;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What the values of key-value pairs are in JSON.
 */
final class Values {

	private static final String FAILED = "[FAILED toString()]";

	// Readers refuse numbers with thousands of digits.
	private static final int LONGEST_NUMBER = 100;

	private Values() {
	}

	static boolean isWhole(Object value) {
		return value instanceof Integer || value instanceof Long || value instanceof Short || value instanceof Byte;
	}

	/**
	 * Returns whether a value is a number, a boolean or nothing, and its text the one
	 * that JSON has for it.
	 */
	static boolean isLiteral(@Nullable Object value, String text) {
		if (value == null || value instanceof Boolean || isWhole(value)) {
			return true;
		}
		if (value instanceof Double || value instanceof Float) {
			return Double.isFinite(((Number) value).doubleValue());
		}
		// Both can be extended, by classes with a text of their own.
		boolean big = value.getClass() == BigInteger.class || value.getClass() == BigDecimal.class;
		return big && text.length() <= LONGEST_NUMBER;
	}

	/**
	 * Returns a value as text. As SLF4J does with a message's argument: a value that
	 * cannot be shown costs the value, not the event.
	 */
	static String text(@Nullable Object value) {
		try {
			return (value instanceof String string) ? string : Objects.toString(String.valueOf(value));
		}
		catch (Exception | StackOverflowError | LinkageError | AssertionError ex) {
			return FAILED;
		}
	}

	/**
	 * Returns a name whose bytes are no other name's: lone surrogates, which UTF-8 has no
	 * bytes for, are replaced.
	 */
	static String wellFormed(String name) {
		for (int index = 0; index < name.length(); index++) {
			if (Character.isSurrogate(name.charAt(index))) {
				return replaceLoneSurrogates(name);
			}
		}
		return name;
	}

	private static String replaceLoneSurrogates(String name) {
		return name.codePoints()
			.map((codePoint) -> (codePoint <= Character.MAX_VALUE && Character.isSurrogate((char) codePoint)) ? 0xFFFD
					: codePoint)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

}
