package io.github.cloudwatchlogging.mask;

/**
 * Replaces one kind of thing in texts. Thread-safe.
 */
@FunctionalInterface
interface TextMask {

	/**
	 * Returns the text without what must not be seen.
	 * @param text the text
	 * @return the very same text where there is nothing to replace
	 */
	String apply(String text);

}
