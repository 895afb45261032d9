package io.github.cloudwatchlogging.test.contract;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Collects the members of a request that break the API model, and refuses them together,
 * in the words of the real service: "1 validation error detected: Value '' at
 * 'logEvents.1.member.message' failed to satisfy constraint: ...". Not thread-safe.
 */
public final class Constraints {

	/** Recorded answers list ten violations at most. */
	private static final int MAX_VIOLATIONS = 10;

	private final List<String> violations = new ArrayList<>();

	/**
	 * Requires a text to be present, of a length, and of certain characters.
	 * @param member the member's path
	 * @param value its value
	 * @param min the least length in characters
	 * @param max the greatest length in characters
	 * @param pattern what the whole text must match
	 * @return this
	 */
	public Constraints text(String member, @Nullable String value, int min, int max, Pattern pattern) {
		if (value == null) {
			return violation(member, null, "Member must not be null");
		}
		length(member, value, value.length(), min, max);
		if (!pattern.matcher(value).matches()) {
			violation(member, value, "Member must satisfy regular expression pattern: " + pattern.pattern());
		}
		return this;
	}

	/**
	 * Requires a length. For a list or a map the real service prints the whole value;
	 * here it is abbreviated by the caller.
	 * @param member the member's path
	 * @param value the value as it appears in the text
	 * @param length the length
	 * @param min the least length
	 * @param max the greatest length
	 * @return this
	 */
	public Constraints length(String member, String value, int length, int min, int max) {
		if (length < min) {
			violation(member, value, "Member must have length greater than or equal to " + min);
		}
		if (length > max) {
			violation(member, value, "Member must have length less than or equal to " + max);
		}
		return this;
	}

	/**
	 * Requires a map of a size with keys and values of a length.
	 * @param member the member's path
	 * @param map the map
	 * @param minSize the least number of entries
	 * @param maxSize the greatest number of entries
	 * @param minValue the least length of a value; a key has at least one character
	 * @param maxKey the greatest length of a key
	 * @param maxValue the greatest length of a value
	 * @return this
	 */
	public Constraints map(String member, Map<String, String> map, int minSize, int maxSize, int minValue, int maxKey,
			int maxValue) {
		length(member, map.toString(), map.size(), minSize, maxSize);
		map.forEach((key, value) -> {
			length(member + ".key", key, key.length(), 1, maxKey);
			length(member + "." + key + ".member", value, value.length(), minValue, maxValue);
		});
		return this;
	}

	/**
	 * Requires an optional number to lie in a range.
	 * @param member the member's path
	 * @param value the value; {@code null} is fine
	 * @param min the least value
	 * @param max the greatest value
	 * @return this
	 */
	public Constraints range(String member, @Nullable Long value, long min, long max) {
		if (value != null && value < min) {
			violation(member, value, "Member must have value greater than or equal to " + min);
		}
		if (value != null && value > max) {
			violation(member, value, "Member must have value less than or equal to " + max);
		}
		return this;
	}

	/**
	 * Requires an optional text to be one of a set.
	 * @param member the member's path
	 * @param value the value; {@code null} is fine
	 * @param allowed the set, in the order of the text
	 * @return this
	 */
	public Constraints oneOf(String member, @Nullable String value, Collection<String> allowed) {
		if (value != null && !allowed.contains(value)) {
			violation(member, value, "Member must satisfy enum value set: [" + String.join(", ", allowed) + "]");
		}
		return this;
	}

	/**
	 * Notes a violation.
	 * @param member the member's path
	 * @param value its value, or {@code null} where it is missing
	 * @param rule the rule that is broken
	 * @return this
	 */
	public Constraints violation(String member, @Nullable Object value, String rule) {
		if (this.violations.size() < MAX_VIOLATIONS) {
			String shown = (value != null) ? "'" + value + "'" : "null";
			this.violations.add("Value " + shown + " at '" + member + "' failed to satisfy constraint: " + rule);
		}
		return this;
	}

	/**
	 * Refuses the request where anything was violated.
	 */
	public void check() {
		if (!this.violations.isEmpty()) {
			int count = this.violations.size();
			String noun = (count == 1) ? " validation error detected: " : " validation errors detected: ";
			throw ServiceException.invalidParameter(count + noun + String.join("; ", this.violations));
		}
	}

}
