package io.github.cloudwatchlogging.settings;

/**
 * All that the delivery engine can be told.
 *
 * @param batch when a batch is complete
 * @param buffer the bound on memory
 * @param spool whether undelivered events are kept in files
 * @param concurrency how many calls to the service may be under way at once; 1 to 64
 * @param retry how long to wait between attempts
 * @param create what to create when it is missing
 * @param maxDestinations how many destinations may be open at once; 1 to 10,000
 */
public record DeliverySettings(BatchSettings batch, BufferSettings buffer, SpoolSettings spool, int concurrency,
		RetrySettings retry, CreateSettings create, int maxDestinations) {

	/**
	 * The most calls that can be under way at once.
	 */
	public static final int MOST_CONCURRENCY = 64;

	private static final int MOST_DESTINATIONS = 10_000;

	private static final int DEFAULT_MAX_DESTINATIONS = 100;

	/**
	 * The defaults of every part, eight calls at once, and a hundred destinations.
	 */
	public static final DeliverySettings DEFAULT = new DeliverySettings(BatchSettings.DEFAULT, BufferSettings.DEFAULT,
			8, RetrySettings.DEFAULT, CreateSettings.DEFAULT);

	public DeliverySettings {
		Checks.inRange("delivery.concurrency", concurrency, 1, MOST_CONCURRENCY, "");
		Checks.inRange("max-destinations", maxDestinations, 1, MOST_DESTINATIONS, "");
	}

	/**
	 * Creates settings without a spool, and with the default number of destinations.
	 * @param batch when a batch is complete
	 * @param buffer the bound on memory
	 * @param concurrency how many calls to the service may be under way at once; 1 to 64
	 * @param retry how long to wait between attempts
	 * @param create what to create when it is missing
	 */
	public DeliverySettings(BatchSettings batch, BufferSettings buffer, int concurrency, RetrySettings retry,
			CreateSettings create) {
		this(batch, buffer, SpoolSettings.DEFAULT, concurrency, retry, create, DEFAULT_MAX_DESTINATIONS);
	}

}
