package io.github.cloudwatchlogging.test.api;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.cloudwatchlogging.test.contract.ServiceException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A filter pattern in braces: comparisons of members of a JSON object, such as
 * {@code $.user.id = 1} or {@code $.level = "E*"}, all joined by {@code &&} or all by
 * {@code ||}. A member that is missing matches no comparison. Parentheses, array
 * elements, {@code IS}, {@code NOT EXISTS} and regular expressions are refused.
 *
 * @param comparisons what is compared
 * @param all whether all must match, and not one
 */
record JsonFilterPattern(List<Comparison> comparisons, boolean all) implements Predicate<String> {

	private static final Pattern COMPARISON = Pattern
		.compile("\\s*\\$\\.([\\w.-]+)\\s*(!=|<=|>=|=|<|>)\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([\\w.*-]+))\\s*");

	private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

	static JsonFilterPattern parse(String pattern) {
		if (!pattern.endsWith("}")) {
			throw invalid();
		}
		List<Comparison> comparisons = new ArrayList<>();
		String joined = "";
		Matcher matcher = COMPARISON.matcher(pattern).region(1, pattern.length() - 1);
		while (matcher.lookingAt()) {
			String text = matcher.group(3);
			comparisons.add(new Comparison(List.of(matcher.group(1).split("\\.", -1)), matcher.group(2),
					(text != null) ? text.replaceAll("\\\\(.)", "$1") : matcher.group(4), text != null));
			if (matcher.hitEnd() || matcher.end() == pattern.length() - 1) {
				return new JsonFilterPattern(comparisons, !joined.equals("||"));
			}
			String join = pattern.substring(matcher.end(), Math.min(matcher.end() + 2, pattern.length()));
			if (!List.of("&&", "||").contains(join) || (!joined.isEmpty() && !joined.equals(join))) {
				throw invalid();
			}
			joined = join;
			matcher.region(matcher.end() + 2, pattern.length() - 1);
		}
		throw invalid();
	}

	private static ServiceException invalid() {
		return ServiceException.invalidParameter(
				"Invalid filter pattern: this server supports comparisons joined by && or by ||, and terms.");
	}

	@Override
	public boolean test(String message) {
		JsonNode event;
		try {
			event = Json.MAPPER.readTree(message);
		}
		catch (JacksonException ex) {
			return false;
		}
		return this.all ? this.comparisons.stream().allMatch((comparison) -> comparison.test(event))
				: this.comparisons.stream().anyMatch((comparison) -> comparison.test(event));
	}

	/**
	 * One comparison.
	 *
	 * @param path the names on the way to the member
	 * @param operator how it is compared
	 * @param value with what
	 * @param quoted whether that is a text, whatever it looks like
	 */
	record Comparison(List<String> path, String operator, String value, boolean quoted) implements Predicate<JsonNode> {

		@Override
		public boolean test(JsonNode event) {
			JsonNode member = event;
			for (String name : this.path) {
				member = member.path(name);
			}
			if (!member.isValueNode() || member.isNull()) {
				return false;
			}
			return switch (this.operator) {
				case "=" -> isEqual(member);
				case "!=" -> !isEqual(member);
				default -> member.isNumber() && NUMBER.matcher(this.value).matches() && isInOrder(order(member));
			};
		}

		private boolean isEqual(JsonNode member) {
			if (!this.quoted && member.isNumber() && NUMBER.matcher(this.value).matches()) {
				return order(member) == 0;
			}
			String expected = Pattern.quote(this.value).replace("*", "\\E.*\\Q");
			return Pattern.compile(expected, Pattern.DOTALL).matcher(member.asString()).matches();
		}

		private int order(JsonNode member) {
			return member.decimalValue().compareTo(new BigDecimal(this.value));
		}

		private boolean isInOrder(int order) {
			return switch (this.operator) {
				case "<" -> order < 0;
				case "<=" -> order <= 0;
				case ">" -> order > 0;
				default -> order >= 0;
			};
		}

	}

}
