package io.github.cloudwatchlogging.template;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * The variables that a template may name. Filled once, before templates are parsed.
 *
 * @param <E> the type of the events
 */
public final class VariableCatalog<E> {

	private static final String ANY_ARGUMENT = ":*";

	private final Map<String, Entry<E>> entries = new TreeMap<>();

	/**
	 * Adds a variable with one value for all events.
	 * @param name its name
	 * @param value is asked once, if a template names it
	 * @return this catalog
	 */
	public VariableCatalog<E> fixed(String name, Supplier<@Nullable String> value) {
		Map<String, Part<E>> asked = new HashMap<>();
		return put(name, "{" + name + "}",
				(argument) -> asked.computeIfAbsent(name, (key) -> new Part.Text<>(value.get())));
	}

	/**
	 * Adds a variable with an argument and one value for all events.
	 * @param name its name
	 * @param usage how it is written, for messages
	 * @param value from the argument to the value; is asked once for each template that
	 * names it
	 * @return this catalog
	 */
	public VariableCatalog<E> fixed(String name, String usage, Function<String, @Nullable String> value) {
		return put(name + ANY_ARGUMENT, usage, (argument) -> new Part.Text<>(value.apply(argument)));
	}

	/**
	 * Adds a variable with one value for all events, which is not known yet. Names have a
	 * {@linkplain LateNames placeholder} for it.
	 * @param name its name, which may have a colon
	 * @return this catalog
	 */
	public VariableCatalog<E> late(String name) {
		return put(name, "{" + name + "}", (argument) -> new Part.Late<>(name));
	}

	/**
	 * Adds a variable with a value for each event.
	 * @param name its name
	 * @param variable the value
	 * @return this catalog
	 */
	public VariableCatalog<E> perEvent(String name, Variable<E> variable) {
		return put(name, "{" + name + "}", (argument) -> new Part.OfEvent<>(variable));
	}

	/**
	 * Adds a variable with an argument and a value for each event.
	 * @param name its name
	 * @param usage how it is written, for messages
	 * @param variable from the argument to the variable; what it throws as
	 * {@link IllegalArgumentException} says what is wrong with the argument
	 * @return this catalog
	 */
	public VariableCatalog<E> perEvent(String name, String usage, Function<String, Variable<E>> variable) {
		return put(name + ANY_ARGUMENT, usage, (argument) -> new Part.OfEvent<>(variable.apply(argument)));
	}

	private VariableCatalog<E> put(String key, String usage, Function<String, Part<E>> factory) {
		this.entries.put(key, new Entry<>(usage, factory));
		return this;
	}

	/**
	 * Returns what stands between a pair of braces.
	 */
	Part<E> part(String text) {
		int colon = text.indexOf(':');
		String argument = text.substring(colon + 1);
		Entry<E> entry = this.entries.get(text);
		if (entry == null && colon >= 0) {
			entry = this.entries.get(text.substring(0, colon) + ANY_ARGUMENT);
			if (entry != null && argument.isEmpty()) {
				throw new IllegalArgumentException(
						"{" + text + "} says nothing behind its colon; it is " + entry.usage() + ".");
			}
		}
		if (entry == null) {
			String shown = (colon < 0) ? text : text.substring(0, colon) + ":...";
			throw new IllegalArgumentException("There is no variable {" + shown + "}.");
		}
		return entry.factory().apply(argument);
	}

	/**
	 * Returns how each variable is written.
	 * @return the list for messages, sorted
	 */
	public String usages() {
		return String.join(" ", this.entries.values().stream().map(Entry::usage).toList());
	}

	private record Entry<E>(String usage, Function<String, Part<E>> factory) {
	}

}
