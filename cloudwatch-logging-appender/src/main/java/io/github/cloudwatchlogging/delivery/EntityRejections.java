package io.github.cloudwatchlogging.delivery;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

import io.github.cloudwatchlogging.event.Destination;
import org.jspecify.annotations.Nullable;

/**
 * Counts the calls whose events the service took without their entity, and tells each
 * kind of error once. Written by the dispatcher's thread only, read by any.
 */
final class EntityRejections {

	private final DeliveryListener listener;

	private final Map<String, Long> counts = new ConcurrentSkipListMap<>();

	EntityRejections(DeliveryListener listener) {
		this.listener = listener;
	}

	void note(Destination destination, Outcome outcome) {
		String errorType = errorType(outcome);
		if (errorType != null && this.counts.merge(errorType, 1L, Long::sum) == 1) {
			this.listener.entityRejected(destination, errorType);
		}
	}

	private static @Nullable String errorType(Outcome outcome) {
		if (outcome instanceof Outcome.Delivered delivered) {
			return delivered.entityError();
		}
		return (outcome instanceof Outcome.PartlyRejected partly) ? partly.entityError() : null;
	}

	/**
	 * Returns how many calls there were for each kind of error.
	 */
	Map<String, Long> counts() {
		return Map.copyOf(this.counts);
	}

}
