package io.github.cloudwatchlogging.delivery;

import java.time.Instant;
import java.util.Comparator;

import io.github.cloudwatchlogging.delivery.DeliverySnapshot.LaneStatus;
import io.github.cloudwatchlogging.lane.LaneSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * How a destination stands with the service.
 *
 * @param trouble what keeps it from getting events, or {@code null}
 * @param lastDelivered when the service last took events for it, or {@code null}
 * @param lastFailure what last failed, or {@code null}
 */
record Standing(@Nullable Trouble trouble, @Nullable Instant lastDelivered, @Nullable Failure lastFailure) {

	/**
	 * For a destination that had no turn yet.
	 */
	static final Standing NEW = new Standing(null, null, null);

	static Standing of(Course course) {
		return new Standing(course.trouble(), course.lastDelivered(), course.lastFailure());
	}

	Standing and(Standing other) {
		return new Standing((this.trouble != null) ? this.trouble : other.trouble,
				latest(this.lastDelivered, other.lastDelivered, Comparator.naturalOrder()),
				latest(this.lastFailure, other.lastFailure, Comparator.comparing(Failure::time)));
	}

	private static <T> @Nullable T latest(@Nullable T one, @Nullable T other, Comparator<T> order) {
		if (one == null || other == null) {
			return (one != null) ? one : other;
		}
		return (order.compare(one, other) >= 0) ? one : other;
	}

	LaneStatus status(LaneSnapshot lane) {
		return new LaneStatus(lane, this.trouble, this.lastDelivered, this.lastFailure);
	}

}
