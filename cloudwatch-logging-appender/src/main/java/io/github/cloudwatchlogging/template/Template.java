package io.github.cloudwatchlogging.template;

import java.util.ArrayList;
import java.util.Collections;
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

	/**
	 * The variables of the event.
	 */
	private final List<Variable<E>> variables = new ArrayList<>();

	/**
	 * What stands before each of the variables, and behind the last.
	 */
	private final List<String> texts = new ArrayList<>();

	private Template(NameRule rule, List<Part<E>> parts) {
		this.rule = rule;
		StringBuilder text = new StringBuilder();
		for (Part<E> part : parts) {
			if (part instanceof Part.OfEvent<E> ofEvent) {
				this.variables.add(ofEvent.variable());
				this.texts.add(text.toString());
				text.setLength(0);
			}
			else if (part instanceof Part.Late<E> late) {
				text.append(LateNames.placeholder(late.variable()));
			}
			else if (part instanceof Part.Text<E> fixed) {
				text.append(rule.replaceUnlawful(fixed.value()));
			}
		}
		this.texts.add(text.toString());
	}

	private Template(NameRule rule, String text) {
		this.rule = rule;
		this.texts.add(text);
	}

	/**
	 * Returns a template of a name as it stands, braces included.
	 * @param <E> the type of the events
	 * @param rule what the name must keep to, but for its characters
	 * @param name the name of all events
	 * @return the template
	 */
	public static <E> Template<E> literal(NameRule rule, String name) {
		return new Template<>(rule, name);
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
		List<Part<E>> parts = new ArrayList<>();
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
				parts.add(variable(source.substring(brace + 1, close), rule, catalog));
				position = close + 1;
			}
		}
		Template<E> template = new Template<>(rule, parts);
		template.checkText();
		return template;
	}

	private static <E> Part<E> literal(String text, NameRule rule) {
		if (!rule.allows(text)) {
			throw new IllegalArgumentException(
					"The service takes " + rule.allowedCharacters() + " only, and this has '" + text + "'.");
		}
		return new Part.Text<>(text);
	}

	private static <E> Part<E> variable(String text, NameRule rule, VariableCatalog<E> catalog) {
		Part<E> part;
		try {
			part = catalog.part(text);
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException(ex.getMessage() + " The variables are " + catalog.usages(), ex);
		}
		if (part instanceof Part.OfEvent<E> ofEvent && !rule.allows(ofEvent.variable().example())) {
			throw new IllegalArgumentException("The service takes " + rule.allowedCharacters() + " only, and {" + text
					+ "} yields values like '" + ofEvent.variable().example() + "'.");
		}
		return part;
	}

	/**
	 * Refuses what no event can make good.
	 */
	private void checkText() {
		String text = String.join("", this.texts);
		if (text.isEmpty() && this.variables.isEmpty()) {
			throw new IllegalArgumentException("The name is empty.");
		}
		if (text.length() > NameRule.MAX_LENGTH && !LateNames.hasPlaceholder(text)) {
			throw new IllegalArgumentException(
					"The name has " + text.length() + " characters, the service takes " + NameRule.MAX_LENGTH + ".");
		}
		if (this.rule.isReserved(this.texts.get(0))) {
			throw new IllegalArgumentException("Names that begin with 'aws/' are reserved by the service.");
		}
	}

	/**
	 * Returns the name for an event.
	 * @param event the event
	 * @return a name that the service takes, once its placeholders are filled where it
	 * has some
	 */
	public String resolve(E event) {
		return name(this.variables.stream().map((variable) -> value(variable, event)).toList());
	}

	static <E> String value(Variable<E> variable, E event) {
		String value = variable.valueFor(event);
		return (value != null) ? value : "";
	}

	/**
	 * Returns the name for the values of an event.
	 * @param values one value for each variable, empty where there is none
	 */
	String name(List<String> values) {
		StringBuilder name = new StringBuilder(this.texts.get(0));
		for (int index = 0; index < this.variables.size(); index++) {
			String value = values.get(index);
			String part = value.isEmpty() ? value : this.variables.get(index).inNames(value);
			name.append(this.rule.distinct(part)).append(this.texts.get(index + 1));
		}
		return lawful(name.toString());
	}

	private String lawful(String result) {
		return LateNames.hasPlaceholder(result) ? result : this.rule.lawfulName(result);
	}

	List<Variable<E>> variables() {
		return Collections.unmodifiableList(this.variables);
	}

	/**
	 * Returns the name that all events share.
	 * @return the name, or {@code null} if it depends on the event
	 */
	public @Nullable String fixedName() {
		return this.variables.isEmpty() ? lawful(this.texts.get(0)) : null;
	}

	/**
	 * Returns all of the template that does not depend on the event, as one text: with
	 * {@linkplain LateNames#variables(String) placeholders} where there are some.
	 * @return the text
	 */
	public String fixedText() {
		return String.join("", this.texts);
	}

}
