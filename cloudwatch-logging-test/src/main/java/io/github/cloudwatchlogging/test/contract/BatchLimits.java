package io.github.cloudwatchlogging.test.contract;

/**
 * The sizes of a PutLogEvents request (API model, documentation).
 */
public final class BatchLimits {

	/** The greatest number of events in a request. */
	public static final int MAX_EVENTS = 10_000;

	/**
	 * The greatest sum, over the events of a request, of message bytes and
	 * {@link #EVENT_OVERHEAD_BYTES}.
	 */
	public static final int MAX_BYTES = 1_048_576;

	/**
	 * The greatest size of one event, the overhead included. That the overhead counts was
	 * recorded when the limit was 262,144 bytes.
	 */
	public static final int MAX_EVENT_BYTES = 1_048_576;

	/** What an event counts on top of the UTF-8 bytes of its message. */
	public static final int EVENT_OVERHEAD_BYTES = 26;

	private BatchLimits() {
	}

	/**
	 * Refuses an event that is too large.
	 * @param messageBytes the UTF-8 bytes of its message, unescaped
	 */
	public static void checkEvent(int messageBytes) {
		int size = messageBytes + EVENT_OVERHEAD_BYTES;
		if (size > MAX_EVENT_BYTES) {
			throw ServiceException
				.invalidParameter("Log event too large: " + size + " bytes exceeds limit of " + MAX_EVENT_BYTES);
		}
	}

	/**
	 * Refuses a batch that is too large.
	 * @param messageBytes the UTF-8 bytes of all its messages, unescaped
	 * @param events the number of its events
	 */
	public static void checkBatch(long messageBytes, int events) {
		long size = messageBytes + (long) events * EVENT_OVERHEAD_BYTES;
		if (size > MAX_BYTES) {
			throw ServiceException
				.invalidParameter("Upload too large: " + size + " bytes exceeds limit of " + MAX_BYTES);
		}
	}

}
