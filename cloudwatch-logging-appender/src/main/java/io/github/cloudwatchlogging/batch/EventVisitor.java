package io.github.cloudwatchlogging.batch;

/**
 * Is shown the events of a batch.
 */
@FunctionalInterface
public interface EventVisitor {

	/**
	 * Is shown one event.
	 * @param timestamp milliseconds since the epoch
	 * @param buffer holds its message, valid UTF-8; must not be changed, nor be kept
	 * after the last event was shown
	 * @param offset where the message begins
	 * @param length the message's length in bytes, at least 1
	 */
	void event(long timestamp, byte[] buffer, int offset, int length);

}
