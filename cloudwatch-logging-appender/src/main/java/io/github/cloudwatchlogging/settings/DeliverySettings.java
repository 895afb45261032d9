package io.github.cloudwatchlogging.settings;

/**
 * All that the delivery engine can be told.
 *
 * @param batch when a batch is complete
 * @param buffer the bound on memory
 * @param concurrency how many calls to the service may be under way at once; 1 to 64
 * @param retry how long to wait between attempts
 * @param create what to create when it is missing
 */
public record DeliverySettings(BatchSettings batch, BufferSettings buffer, int concurrency, RetrySettings retry,
		CreateSettings create) {

	/**
	 * The most calls that can be under way at once.
	 */
	public static final int MOST_CONCURRENCY = 64;

	/**
	 * The defaults of every part, and four calls at once.
	 */
	public static final DeliverySettings DEFAULT = new DeliverySettings(BatchSettings.DEFAULT, BufferSettings.DEFAULT,
			4, RetrySettings.DEFAULT, CreateSettings.DEFAULT);

	public DeliverySettings {
		Checks.inRange("delivery.concurrency", concurrency, 1, MOST_CONCURRENCY, "");
	}

}
