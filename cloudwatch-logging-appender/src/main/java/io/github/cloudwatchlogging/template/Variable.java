package io.github.cloudwatchlogging.template;

import org.jspecify.annotations.Nullable;

/**
 * A variable whose value depends on the event. Thread-safe.
 *
 * @param <E> the type of the events
 */
@FunctionalInterface
public interface Variable<E> {

	/**
	 * Returns its value.
	 * @param event the event
	 * @return the value, or {@code null} or an empty text where the event has none
	 */
	@Nullable String valueFor(E event);

	/**
	 * Returns what of a value stands in names. Asked once for as long as the same value
	 * comes again, so that it may be dearer than the value itself.
	 * @param value a value that is not empty
	 * @return its part in names, by default all of it
	 */
	default String inNames(String value) {
		return value;
	}

	/**
	 * Returns a value that shows which characters all values have, where the template
	 * itself says so. A template whose example is unlawful is refused.
	 * @return an example, empty where values differ
	 */
	default String example() {
		return "";
	}

}
