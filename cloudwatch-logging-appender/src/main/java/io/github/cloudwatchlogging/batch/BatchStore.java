package io.github.cloudwatchlogging.batch;

import io.github.cloudwatchlogging.event.Destination;

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

}
