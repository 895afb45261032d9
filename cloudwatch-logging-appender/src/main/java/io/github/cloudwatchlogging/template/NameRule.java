package io.github.cloudwatchlogging.template;

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
		return text.chars().allMatch((character) -> allows((char) character));
	}

	boolean isReserved(String name) {
		return this == LOG_GROUP && name.startsWith(RESERVED_PREFIX);
	}

	/**
	 * Returns the value with each character that is not allowed replaced by an
	 * underscore.
	 */
	String replaceUnlawful(String value) {
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
	 * Returns the name cut to the longest that the service takes.
	 */
	static String cut(String name) {
		return (name.length() <= MAX_LENGTH) ? name : name.substring(0, MAX_LENGTH);
	}

}
