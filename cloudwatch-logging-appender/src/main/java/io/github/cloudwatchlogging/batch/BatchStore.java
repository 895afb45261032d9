package io.github.cloudwatchlogging.batch;

import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.event.MessageBytes;

/**
 * Gives each batch the place where its bytes live. Thread-safe.
 */
@FunctionalInterface
public interface BatchStore {

	/**
	 * Returns the place for one batch. Costs nothing before the first event.
	 * @param destination where the batch's events go
	 * @return an empty place
	 */
	EventRecords open(Destination destination);

	/**
	 * Does beforehand what an append of the message needs. Called without the lock under
	 * which it will be appended.
	 * @param message a message that is about to be appended
	 */
	default void prepare(MessageBytes message) {
	}

}
