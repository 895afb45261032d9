package io.github.cloudwatchlogging.template;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.cloudwatchlogging.event.Destination;
import org.jspecify.annotations.Nullable;

/**
 * Names with placeholders such as <code>*{ec2:instance-id}</code>, for variables whose
 * value is not known when an event is logged. They begin with a character that no lawful
 * name has, so that nothing an event brings can be taken for one.
 */
public final class LateNames {

	private static final Pattern PLACEHOLDER = Pattern.compile("\\*\\{([^}]*)}");

	private LateNames() {
	}

	static String placeholder(String variable) {
		return "*{" + variable + "}";
	}

	static boolean hasPlaceholder(String name) {
		return name.indexOf('*') >= 0;
	}

	/**
	 * Returns which variables a text waits for.
	 * @param text a name, or a text with names in it
	 * @return the variables' names, empty if the text is complete
	 */
	public static Set<String> variables(String text) {
		if (!hasPlaceholder(text)) {
			return Set.of();
		}
		Set<String> variables = new LinkedHashSet<>();
		PLACEHOLDER.matcher(text).results().forEach((placeholder) -> variables.add(placeholder.group(1)));
		return variables;
	}

	/**
	 * Returns a destination with values in place of placeholders.
	 * @param destination the destination
	 * @param values from a variable's name to its value, or to {@code null} where it has
	 * none
	 * @return a destination that the service takes
	 */
	public static Destination complete(Destination destination, Function<String, @Nullable String> values) {
		String group = complete(destination.group(), NameRule.LOG_GROUP, values);
		String stream = complete(destination.stream(), NameRule.LOG_STREAM, values);
		return new Destination(group, stream);
	}

	/**
	 * Returns a name with values in place of placeholders.
	 * @param name the name
	 * @param rule what the name must keep to
	 * @param values from a variable's name to its value, or to {@code null} where it has
	 * none
	 * @return a name that the service takes
	 */
	public static String complete(String name, NameRule rule, Function<String, @Nullable String> values) {
		if (!hasPlaceholder(name)) {
			return name;
		}
		Matcher placeholders = PLACEHOLDER.matcher(name);
		return rule.lawfulName(placeholders.replaceAll(
				(placeholder) -> Matcher.quoteReplacement(rule.replaceUnlawful(values.apply(placeholder.group(1))))));
	}

	/**
	 * Returns a text about destinations with values in place of placeholders.
	 * @param text the text
	 * @param values from a variable's name to its value, or to {@code null} where it is
	 * not known; its placeholder stays then
	 * @return a text for people
	 */
	public static String describe(String text, Function<String, @Nullable String> values) {
		if (!hasPlaceholder(text)) {
			return text;
		}
		return PLACEHOLDER.matcher(text).replaceAll((placeholder) -> {
			String value = values.apply(placeholder.group(1));
			return Matcher.quoteReplacement((value != null) ? value : placeholder.group());
		});
	}

}
