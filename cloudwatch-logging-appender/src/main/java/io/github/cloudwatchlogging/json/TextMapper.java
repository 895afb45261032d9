package io.github.cloudwatchlogging.json;

/**
 * A say in what a JSON object's values are when it is written again.
 */
public interface TextMapper {

	/**
	 * Leaves everything as it is.
	 */
	TextMapper IDENTITY = new TextMapper() {

		@Override
		public boolean replaces(String name) {
			return false;
		}

		@Override
		public String replacement() {
			return "";
		}

		@Override
		public String map(String text) {
			return text;
		}

	};

	/**
	 * Returns whether the whole value of a member is replaced, whatever it is.
	 * @param name the member's name, at whatever depth
	 * @return whether the {@link #replacement()} takes its place
	 */
	boolean replaces(String name);

	/**
	 * Returns what takes the place of a value.
	 * @return the text
	 */
	String replacement();

	/**
	 * Returns what a text becomes.
	 * @param text a string's value, or a number's digits
	 * @return the very same text where it stays as it is
	 */
	String map(String text);

}
