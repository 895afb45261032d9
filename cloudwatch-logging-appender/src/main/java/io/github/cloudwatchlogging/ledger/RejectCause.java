package io.github.cloudwatchlogging.ledger;

/**
 * Why the service took a call but not this event of it (the members of
 * {@code rejectedLogEventsInfo}).
 */
public enum RejectCause {

	/**
	 * Older than 14 days.
	 */
	TOO_OLD,

	/**
	 * More than two hours in the future.
	 */
	TOO_NEW,

	/**
	 * Older than the log group's retention.
	 */
	EXPIRED

}
