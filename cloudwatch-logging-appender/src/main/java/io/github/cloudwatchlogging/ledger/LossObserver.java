package io.github.cloudwatchlogging.ledger;

import io.github.cloudwatchlogging.event.Destination;
import org.jspecify.annotations.Nullable;

/**
 * Is shown the events that are lost, as they are counted. Called on any thread, that of a
 * log call among them: must neither wait nor do I/O.
 */
@FunctionalInterface
public interface LossObserver {

	/**
	 * Looks away.
	 */
	LossObserver NONE = (cause, destination, timestamp, buffer, offset, length) -> {
	};

	/**
	 * Is shown one event.
	 * @param cause a {@link DropCause} or a {@link RejectCause}
	 * @param destination where it was to go, or {@code null} where that is not known
	 * @param timestamp its time in milliseconds since the epoch
	 * @param buffer holds its message, or what can be said of it, as valid UTF-8; must
	 * not be changed or kept
	 * @param offset where the message begins
	 * @param length the message's length in bytes
	 */
	void lost(Enum<?> cause, @Nullable Destination destination, long timestamp, byte[] buffer, int offset, int length);

}
