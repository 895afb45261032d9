package io.github.cloudwatchlogging.metadata;

import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * Settings of the platform by name, from wherever the application has its own, or from
 * the environment's variables.
 */
public final class Environment {

	private final UnaryOperator<@Nullable String> properties;

	/**
	 * Creates it.
	 * @param properties from a setting's name to its value, or to {@code null}; the
	 * environment's variables come after it
	 */
	public Environment(UnaryOperator<@Nullable String> properties) {
		this.properties = properties;
	}

	/**
	 * Returns the value of the first setting that has one.
	 * @param names the settings' names
	 * @return the value, or {@code null} if none is set, or each is blank
	 */
	public @Nullable String first(String... names) {
		for (String name : names) {
			String value = get(name);
			if (!value.isBlank()) {
				return value;
			}
		}
		return null;
	}

	private String get(String name) {
		String value = this.properties.apply(name);
		if (value == null) {
			value = System.getenv(name);
		}
		return (value != null) ? value : "";
	}

	/**
	 * Adds a value, if there is one.
	 */
	static void put(Map<String, String> values, String variable, @Nullable String value) {
		if (value != null && !value.isBlank()) {
			values.put(variable, value);
		}
	}

	/**
	 * Returns the first value that there is, or {@code null}; asks no further.
	 */
	@SafeVarargs
	static @Nullable String firstOf(Supplier<@Nullable String>... values) {
		for (Supplier<@Nullable String> supplier : values) {
			String value = supplier.get();
			if (value != null && !value.isBlank()) {
				return value;
			}
		}
		return null;
	}

}
