package io.github.cloudwatchlogging.settings;

import java.util.List;

/**
 * Names in which {@code *} stands for any text. Thread-safe.
 *
 * @param patterns the names
 * @param ignoreCase whether capitals make no difference
 */
public record NamePatterns(List<String> patterns, boolean ignoreCase) {

	/**
	 * Matches nothing.
	 */
	public static final NamePatterns NONE = new NamePatterns(List.of(), false);

	public NamePatterns {
		patterns = List.copyOf(patterns);
	}

	/**
	 * Returns whether there is no name at all.
	 * @return whether nothing can match
	 */
	public boolean isEmpty() {
		return this.patterns.isEmpty();
	}

	/**
	 * Returns whether a name is among them.
	 * @param name the name
	 * @return whether one of the patterns is the whole of it
	 */
	public boolean matches(String name) {
		for (int index = 0; index < this.patterns.size(); index++) {
			if (matches(this.patterns.get(index), name)) {
				return true;
			}
		}
		return false;
	}

	// Goes back to the last star only: no pattern can take longer than the product of
	// both lengths.
	private boolean matches(String pattern, String name) {
		int inPattern = 0;
		int inName = 0;
		int star = -1;
		int taken = 0;
		while (inName < name.length()) {
			if (inPattern < pattern.length() && pattern.charAt(inPattern) == '*') {
				star = inPattern++;
				taken = inName;
			}
			else if (inPattern < pattern.length() && same(pattern.charAt(inPattern), name.charAt(inName))) {
				inPattern++;
				inName++;
			}
			else if (star >= 0) {
				inPattern = star + 1;
				inName = ++taken;
			}
			else {
				return false;
			}
		}
		while (inPattern < pattern.length() && pattern.charAt(inPattern) == '*') {
			inPattern++;
		}
		return inPattern == pattern.length();
	}

	private boolean same(char one, char other) {
		return one == other || (this.ignoreCase && Character.toLowerCase(one) == Character.toLowerCase(other));
	}

}
