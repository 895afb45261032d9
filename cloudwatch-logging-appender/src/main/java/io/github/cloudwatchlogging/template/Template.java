package io.github.cloudwatchlogging.template;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A log group's or log stream's name with variables, such as
 * <code>{application}/{level}</code>. Immutable and thread-safe.
 *
 * @param <E> the type of the events
 */
public final class Template<E> {

	/**
	 * What stands for a variable that has no value for an event.
	 */
	public static final String NO_VALUE = "none";

	private final NameRule rule;

	private final List<Variable<E>> parts;

	private final @Nullable String fixedName;

	private Template(NameRule rule, List<Variable<E>> parts, @Nullable String fixedName) {
		this.rule = rule;
		this.parts = List.copyOf(parts);
		this.fixedName = fixedName;
	}

	/**
	 * Parses a template.
	 * @param <E> the type of the events
	 * @param source the text, with variables in braces
	 * @param rule what the name must keep to
	 * @param catalog the variables
	 * @return the template
	 * @throws IllegalArgumentException if the template can never yield a lawful name; its
	 * message says why, and which variables there are where that helps
	 */
	public static <E> Template<E> parse(String source, NameRule rule, VariableCatalog<E> catalog) {
		List<Variable<E>> parts = new ArrayList<>();
		int position = 0;
		while (position < source.length()) {
			int brace = source.indexOf('{', position);
			int end = (brace >= 0) ? brace : source.length();
			if (end > position) {
				parts.add(literal(source.substring(position, end), rule));
			}
			position = end;
			if (brace >= 0) {
				int close = source.indexOf('}', brace);
				if (close < 0) {
					throw new IllegalArgumentException("The brace at position " + (brace + 1) + " is never closed.");
				}
				parts.add(variable(source.substring(brace + 1, close), catalog));
				position = close + 1;
			}
		}
		return new Template<>(rule, parts, fixedName(parts, rule));
	}

	private static <E> Variable<E> literal(String text, NameRule rule) {
		if (!rule.allows(text)) {
			throw new IllegalArgumentException(
					"The service takes " + rule.allowedCharacters() + " only, and this has '" + text + "'.");
		}
		return new VariableCatalog.Constant<>(text);
	}

	private static <E> Variable<E> variable(String text, VariableCatalog<E> catalog) {
		int colon = text.indexOf(':');
		try {
			return (colon < 0) ? catalog.variable(text, null)
					: catalog.variable(text.substring(0, colon), text.substring(colon + 1));
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException(ex.getMessage() + " The variables are " + catalog.usages(), ex);
		}
	}

	private static <E> @Nullable String fixedName(List<Variable<E>> parts, NameRule rule) {
		StringBuilder name = new StringBuilder();
		for (Variable<E> part : parts) {
			if (!(part instanceof VariableCatalog.Constant<E> constant)) {
				return null;
			}
			name.append(lawful(constant.value(), rule));
		}
		if (name.isEmpty()) {
			throw new IllegalArgumentException("The name is empty.");
		}
		if (name.length() > NameRule.MAX_LENGTH) {
			throw new IllegalArgumentException(
					"The name has " + name.length() + " characters, the service takes " + NameRule.MAX_LENGTH + ".");
		}
		if (rule.isReserved(name.toString())) {
			throw new IllegalArgumentException("Names that begin with 'aws/' are reserved by the service.");
		}
		return name.toString();
	}

	private static String lawful(@Nullable String value, NameRule rule) {
		return (value == null || value.isEmpty()) ? NO_VALUE : rule.replaceUnlawful(value);
	}

	/**
	 * Returns the name for an event.
	 * @param event the event
	 * @return a name that the service takes
	 */
	public String resolve(E event) {
		if (this.fixedName != null) {
			return this.fixedName;
		}
		StringBuilder name = new StringBuilder();
		for (Variable<E> part : this.parts) {
			name.append(lawful(part.valueFor(event), this.rule));
		}
		return NameRule.cut(this.rule.isReserved(name.toString()) ? "_" + name : name.toString());
	}

	/**
	 * Returns the name that all events share.
	 * @return the name, or {@code null} if it depends on the event
	 */
	public @Nullable String fixedName() {
		return this.fixedName;
	}

}
