package io.github.cloudwatchlogging.sample.received;

import java.util.List;

import io.github.cloudwatchlogging.ledger.Balance;

/**
 * What the server holds, and what the appender says about it.
 *
 * @param events how many events, numbered or not
 * @param distinct how many different numbered events, over all loads
 * @param duplicates how many numbered events are there once more
 * @param runs the same for each load
 * @param ledger where the appender's events are
 */
record Received(long events, long distinct, long duplicates, List<Run> runs, Balance ledger) {

	static Received of(long events, List<Run> runs, Balance ledger) {
		return new Received(events, runs.stream().mapToLong(Run::distinct).sum(),
				runs.stream().mapToLong(Run::duplicates).sum(), runs, ledger);
	}

	/**
	 * What the server holds of one load.
	 *
	 * @param run the load's name
	 * @param distinct how many different numbers
	 * @param duplicates how many events whose number was there already
	 */
	record Run(String run, long distinct, long duplicates) {

	}

}
