package io.github.cloudwatchlogging.test.api;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.cloudwatchlogging.test.contract.ServiceException;
import org.jspecify.annotations.Nullable;

/**
 * A filter pattern of terms: all must occur in the message, case-sensitively; those with
 * {@code -} must not; of those with {@code ?} one must, unless there are others. A term
 * may be quoted. Patterns on columns and regular expressions are refused.
 *
 * @param required the terms that must occur
 * @param excluded the terms that must not
 * @param alternatives the terms of which one must occur
 */
record FilterPattern(List<String> required, List<String> excluded,
		List<String> alternatives) implements Predicate<String> {

	private static final Pattern TERM = Pattern.compile("([-?]?)(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s\"]+))(?:\\s+|$)");

	static Predicate<String> parse(@Nullable String text) {
		String pattern = (text != null) ? text.strip() : "";
		if (pattern.startsWith("{")) {
			return JsonFilterPattern.parse(pattern);
		}
		if (pattern.startsWith("[") || pattern.startsWith("%")) {
			throw ServiceException.invalidParameter(
					"Invalid filter pattern: this server supports terms, and comparisons in braces, only.");
		}
		List<String> required = new ArrayList<>();
		List<String> excluded = new ArrayList<>();
		List<String> alternatives = new ArrayList<>();
		Matcher matcher = TERM.matcher(pattern);
		int end = 0;
		while (matcher.find(end) && matcher.start() == end) {
			List<String> terms = switch (matcher.group(1)) {
				case "-" -> excluded;
				case "?" -> alternatives;
				default -> required;
			};
			String quoted = matcher.group(2);
			terms.add((quoted != null) ? quoted.replaceAll("\\\\(.)", "$1") : matcher.group(3));
			end = matcher.end();
		}
		if (end < pattern.length()) {
			throw ServiceException.invalidParameter("Invalid filter pattern");
		}
		return new FilterPattern(required, excluded, alternatives);
	}

	@Override
	public boolean test(String message) {
		return this.required.stream().allMatch(message::contains) && this.excluded.stream().noneMatch(message::contains)
				&& (this.alternatives.isEmpty() || !this.required.isEmpty()
						|| this.alternatives.stream().anyMatch(message::contains));
	}

}
