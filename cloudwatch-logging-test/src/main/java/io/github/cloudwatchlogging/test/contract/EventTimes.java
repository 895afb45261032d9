package io.github.cloudwatchlogging.test.contract;

import java.time.Duration;
import java.util.function.IntToLongFunction;

import org.jspecify.annotations.Nullable;

/**
 * The rules on the timestamps of one PutLogEvents request: order, span, and the window
 * that is accepted (API model; order as recorded).
 */
public final class EventTimes {

	/** How far back the window reaches, inclusive, in milliseconds. */
	public static final long MAX_AGE_MILLIS = Duration.ofDays(14).toMillis();

	/** How far ahead the window reaches, inclusive, in milliseconds. */
	public static final long MAX_AHEAD_MILLIS = Duration.ofHours(2).toMillis();

	/** The greatest distance of two valid events of a request, in milliseconds. */
	public static final long MAX_SPAN_MILLIS = Duration.ofHours(24).toMillis();

	private EventTimes() {
	}

	/**
	 * Refuses a batch that is not in chronological order.
	 * @param timestamps the epoch milliseconds by index
	 * @param size the number of events
	 */
	public static void checkOrder(IntToLongFunction timestamps, int size) {
		for (int i = 1; i < size; i++) {
			if (timestamps.applyAsLong(i) < timestamps.applyAsLong(i - 1)) {
				throw ServiceException
					.invalidParameter("Log events in a single PutLogEvents request must be in chronological order.");
			}
		}
	}

	/**
	 * Finds the events outside the window.
	 * @param timestamps the epoch milliseconds by index, in order
	 * @param size the number of events
	 * @param now the service's time, in epoch milliseconds
	 * @param retentionDays the group's retention, or {@code null} where events never
	 * expire
	 * @return the rejected events
	 */
	public static RejectedEvents window(IntToLongFunction timestamps, int size, long now,
			@Nullable Integer retentionDays) {
		int tooOldEnd = firstAtOrAfter(timestamps, size, now - MAX_AGE_MILLIS);
		int tooNewStart = firstAtOrAfter(timestamps, size, now + MAX_AHEAD_MILLIS + 1);
		int expiredEnd = (retentionDays != null)
				? firstAtOrAfter(timestamps, size, now - Duration.ofDays(retentionDays).toMillis()) : 0;
		return new RejectedEvents(tooOldEnd, expiredEnd, tooNewStart, size);
	}

	/**
	 * Refuses a batch whose valid events are too far apart. Valid are those from 14 days
	 * back to 2 hours ahead, whatever the group's retention.
	 * @param timestamps the epoch milliseconds by index, in order
	 * @param window the events outside the window
	 */
	public static void checkSpan(IntToLongFunction timestamps, RejectedEvents window) {
		int first = window.tooOldEnd();
		int last = window.tooNewStart() - 1;
		if (last > first && timestamps.applyAsLong(last) - timestamps.applyAsLong(first) > MAX_SPAN_MILLIS) {
			throw ServiceException.invalidParameter(
					"The batch of log events in a single PutLogEvents request cannot span more than 24 hours.");
		}
	}

	private static int firstAtOrAfter(IntToLongFunction timestamps, int size, long time) {
		int low = 0;
		int high = size;
		while (low < high) {
			int middle = (low + high) >>> 1;
			if (timestamps.applyAsLong(middle) < time) {
				low = middle + 1;
			}
			else {
				high = middle;
			}
		}
		return low;
	}

}
