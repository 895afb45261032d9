package io.github.cloudwatchlogging.delivery;

import io.github.cloudwatchlogging.batch.BatchSlice;
import io.github.cloudwatchlogging.event.Destination;

/**
 * CloudWatch Logs as the engine sees it. Called from several sender threads at once;
 * implementations are thread-safe. A call may block for as long as its own time-out, and
 * what it throws counts as a defect.
 */
public interface LogsService extends AutoCloseable {

	/**
	 * Sends events.
	 * @param destination where to
	 * @param events a batch, or a part of one
	 * @return what came of it
	 */
	Outcome putLogEvents(Destination destination, BatchSlice events);

	/**
	 * Returns whether the service itself puts the events of a stream in the order of
	 * their times, so that it does not matter which of two batches comes first if they
	 * share no millisecond.
	 * @return whether such batches may be sent side by side
	 */
	default boolean ordersByTime() {
		return false;
	}

	/**
	 * Creates a log stream.
	 * @param destination the stream in its group
	 * @return what came of it; {@link Outcome.Existed} where it existed already
	 */
	Outcome createLogStream(Destination destination);

	/**
	 * Creates a log group.
	 * @param group its name
	 * @return what came of it; {@link Outcome.Existed} where it existed already
	 */
	Outcome createLogGroup(String group);

	/**
	 * Sets how long a log group keeps its events.
	 * @param group its name
	 * @param days one of the service's values
	 * @return what came of it; {@link Outcome.Created} where it is set
	 */
	Outcome putRetentionPolicy(String group, int days);

	/**
	 * Ends all connections.
	 */
	@Override
	void close();

}
