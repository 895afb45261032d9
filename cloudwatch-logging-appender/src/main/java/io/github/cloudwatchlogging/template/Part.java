package io.github.cloudwatchlogging.template;

import org.jspecify.annotations.Nullable;

/**
 * A piece of a template.
 *
 * @param <E> the type of the events
 */
sealed interface Part<E> {

	/**
	 * One value for all events.
	 *
	 * @param <E> the type of the events
	 * @param value the value; {@code null} or empty where there is none
	 */
	record Text<E>(@Nullable String value) implements Part<E> {
	}

	/**
	 * One value for all events, which is known later.
	 *
	 * @param <E> the type of the events
	 * @param variable the variable's name
	 */
	record Late<E>(String variable) implements Part<E> {
	}

	/**
	 * A value for each event.
	 *
	 * @param <E> the type of the events
	 * @param variable the variable
	 */
	record OfEvent<E>(Variable<E> variable) implements Part<E> {
	}

}
