package io.github.cloudwatchlogging.event;

import java.time.Duration;

/**
 * What PutLogEvents takes in one call, as the service's API model of 2014-03-28 says
 * (revision of 2026-08).
 */
public final class ServiceLimits {

	/**
	 * The largest batch: the UTF-8 bytes of its messages and
	 * {@link #EVENT_OVERHEAD_BYTES} for each event.
	 */
	public static final int MAX_BATCH_BYTES = 1_048_576;

	/**
	 * What the service adds to each message when it counts a batch's bytes.
	 */
	public static final int EVENT_OVERHEAD_BYTES = 26;

	/**
	 * The most events in one batch.
	 */
	public static final int MAX_BATCH_EVENTS = 10_000;

	/**
	 * The longest time between the oldest and the newest event of one batch.
	 */
	public static final Duration MAX_BATCH_SPAN = Duration.ofHours(24);

	/**
	 * The greatest age of an event that the service takes.
	 */
	public static final Duration MAX_EVENT_AGE = Duration.ofDays(14);

	/**
	 * How far an event's time may lie in the future.
	 */
	public static final Duration MAX_EVENT_LEAD = Duration.ofHours(2);

	/**
	 * The longest message in UTF-8 bytes. The service counts the overhead into its limit
	 * of 1 MB on an event, so this is the largest message that is certain to be taken.
	 */
	public static final int MAX_MESSAGE_BYTES = MAX_BATCH_BYTES - EVENT_OVERHEAD_BYTES;

	private ServiceLimits() {
	}

}
