package io.github.cloudwatchlogging.template;

import java.util.regex.Pattern;

import io.github.cloudwatchlogging.event.ShortHash;
import org.jspecify.annotations.Nullable;

/**
 * Which names the service takes, by the API model of CreateLogGroup and CreateLogStream.
 */
public enum NameRule {

	/**
	 * 1 to 512 letters, digits and {@code . - _ / #}, not beginning with {@code aws/}.
	 */
	LOG_GROUP("letters, digits and . - _ / #") {

		@Override
		boolean allows(char character) {
			return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z')
					|| (character >= '0' && character <= '9') || ".-_/#".indexOf(character) >= 0;
		}

	},

	/**
	 * 1 to 512 characters without {@code :} and {@code *}. Control characters are left
	 * out too: nobody could type such a name.
	 */
	LOG_STREAM("anything but : and *") {

		@Override
		boolean allows(char character) {
			return character != ':' && character != '*' && !Character.isISOControl(character)
					&& !Character.isSurrogate(character);
		}

	};

	/**
	 * The longest name, in characters.
	 */
	public static final int MAX_LENGTH = 512;

	private static final String RESERVED_PREFIX = "aws/";

	private static final char STAND_IN = '_';

	private static final int MARK_LENGTH = 1 + ShortHash.LENGTH;

	private static final Pattern ENDS_WITH_MARK = Pattern.compile(".*#[0-9a-f]{8}", Pattern.DOTALL);

	private final String allowed;

	NameRule(String allowed) {
		this.allowed = allowed;
	}

	abstract boolean allows(char character);

	/**
	 * Returns which characters are allowed.
	 * @return a phrase for messages
	 */
	public String allowedCharacters() {
		return this.allowed;
	}

	boolean allows(String text) {
		for (int index = 0; index < text.length(); index++) {
			if (!allows(text.charAt(index))) {
				return false;
			}
		}
		return true;
	}

	boolean isReserved(String name) {
		return this == LOG_GROUP && name.startsWith(RESERVED_PREFIX);
	}

	/**
	 * Returns the value with each character that is not allowed replaced by an
	 * underscore: for values that whoever wrote the template knows.
	 */
	String replaceUnlawful(@Nullable String value) {
		if (value == null || value.isEmpty()) {
			return Template.NO_VALUE;
		}
		if (allows(value)) {
			return value;
		}
		StringBuilder lawful = new StringBuilder(value);
		for (int index = 0; index < lawful.length(); index++) {
			if (!allows(lawful.charAt(index))) {
				lawful.setCharAt(index, STAND_IN);
			}
		}
		return lawful.toString();
	}

	/**
	 * Returns a lawful text for a value that nobody knows beforehand. Two values have the
	 * same text only if they have the same mark: a value that is not taken as it is, or
	 * that looks as if it were not, ends with its mark.
	 */
	String distinct(String value) {
		if (value.isEmpty()) {
			return Template.NO_VALUE;
		}
		boolean takenAsItIs = value.length() <= MAX_LENGTH && allows(value) && !value.equals(Template.NO_VALUE)
				&& !ENDS_WITH_MARK.matcher(value).matches();
		return takenAsItIs ? value : cut(replaceUnlawful(value), MAX_LENGTH - MARK_LENGTH) + mark(value);
	}

	/**
	 * Returns the name, or where the service would refuse it for its length or its
	 * beginning, one that ends with its mark.
	 * @param name a name of allowed characters
	 */
	String lawfulName(String name) {
		boolean reserved = isReserved(name);
		if (!reserved && name.length() <= MAX_LENGTH) {
			return name;
		}
		return cut(reserved ? STAND_IN + name : name, MAX_LENGTH - MARK_LENGTH) + mark(name);
	}

	private static String cut(String text, int length) {
		return (text.length() <= length) ? text : text.substring(0, length);
	}

	private static String mark(String text) {
		return "#" + ShortHash.of(text);
	}

}
