package io.github.cloudwatchlogging.ledger;

/**
 * Why an event that had been accepted was given up on our side.
 */
public enum DropCause {

	/**
	 * The buffer had no room for it.
	 */
	BUFFER_FULL,

	/**
	 * Older than the service takes, by our clock: 14 days.
	 */
	TOO_OLD,

	/**
	 * Further in the future than the service takes, by our clock: two hours.
	 */
	TOO_NEW,

	/**
	 * It had been kept for so long that the service would not take it any more: 14 days.
	 */
	EXPIRED,

	/**
	 * It was in a file that could not be read back.
	 */
	UNREADABLE,

	/**
	 * Its encoder or one of its template's variables threw.
	 */
	ENCODER_FAILED,

	/**
	 * Its message was longer than a batch takes, and such events are to be dropped.
	 */
	OVERSIZE,

	/**
	 * The service refused the call that carried it, for good.
	 */
	REFUSED,

	/**
	 * It was still undelivered when the time to shut down was over.
	 */
	SHUTDOWN,

	/**
	 * It was logged after the appender had stopped.
	 */
	STOPPED

}
