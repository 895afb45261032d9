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

}
