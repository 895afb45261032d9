package io.github.cloudwatchlogging.template;

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

	private final Map<String, Entry<E>> entries = new TreeMap<>();

	/**
	 * Adds a variable with one value for all events.
	 * @param name its name
	 * @param value is asked once for each template that names it
	 * @return this catalog
	 */
	public VariableCatalog<E> fixed(String name, Supplier<@Nullable String> value) {
		this.entries.put(name, new Entry<>("{" + name + "}", (argument) -> constant(value.get())));
		return this;
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
		this.entries.put(name + ":", new Entry<>(usage, (argument) -> constant(value.apply(argument))));
		return this;
	}

	/**
	 * Adds a variable with a value for each event.
	 * @param name its name
	 * @param variable the value
	 * @return this catalog
	 */
	public VariableCatalog<E> perEvent(String name, Variable<E> variable) {
		this.entries.put(name, new Entry<>("{" + name + "}", (argument) -> variable));
		return this;
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
		this.entries.put(name + ":", new Entry<>(usage, variable));
		return this;
	}

	Variable<E> variable(String name, @Nullable String argument) {
		Entry<E> entry = this.entries.get((argument != null) ? name + ":" : name);
		if (entry == null) {
			throw new IllegalArgumentException(
					"There is no variable {" + name + ((argument != null) ? ":...}." : "}."));
		}
		return entry.factory().apply((argument != null) ? argument : "");
	}

	/**
	 * Returns how each variable is written.
	 * @return the list for messages, sorted
	 */
	public String usages() {
		return String.join(" ", this.entries.values().stream().map(Entry::usage).toList());
	}

	private static <E> Variable<E> constant(@Nullable String value) {
		return new Constant<>(value);
	}

	record Constant<E>(@Nullable String value) implements Variable<E> {

		@Override
		public @Nullable String valueFor(E event) {
			return this.value;
		}

	}

	private record Entry<E>(String usage, Function<String, Variable<E>> factory) {
	}

}
