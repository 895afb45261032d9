package io.github.cloudwatchlogging.mask;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces what a regular expression finds: the first of its groups that took part, or
 * all of it where it has none.
 */
final class PatternMask implements TextMask {

	private static final String GAVE_UP = " [mask gave up]";

	private final Pattern pattern;

	private final String replacement;

	PatternMask(Pattern pattern, String replacement) {
		this.pattern = pattern;
		this.replacement = replacement;
	}

	/**
	 * A pattern that takes too long, or too deep a stack, costs the whole text: better
	 * nothing is seen than what must not be.
	 */
	@Override
	public String apply(String text) {
		try {
			return replace(text, this.pattern.matcher(new BoundedText(text)));
		}
		catch (BoundedText.ReadTooOftenException | StackOverflowError ex) {
			return this.replacement + GAVE_UP;
		}
	}

	private String replace(String text, Matcher matcher) {
		StringBuilder masked = null;
		int from = 0;
		while (matcher.find()) {
			int group = firstGroup(matcher);
			if (masked == null) {
				masked = new StringBuilder(text.length());
			}
			masked.append(text, from, matcher.start(group)).append(this.replacement);
			from = matcher.end(group);
		}
		return (masked != null) ? masked.append(text, from, text.length()).toString() : text;
	}

	private static int firstGroup(Matcher matcher) {
		for (int group = 1; group <= matcher.groupCount(); group++) {
			if (matcher.start(group) >= 0) {
				return group;
			}
		}
		return 0;
	}

}
