package io.github.cloudwatchlogging.autoconfigure.actuate;

import java.util.Map;

import io.github.cloudwatchlogging.ledger.Balance;

/**
 * Where events are, as operators read it. What was accepted and recovered is what was
 * delivered, rejected, dropped and left, and what is pending.
 *
 * @param accepted handed over by log calls
 * @param recovered left by an earlier process
 * @param delivered taken by the service
 * @param rejected left out by the service, by cause
 * @param dropped given up, by cause
 * @param left in the spool, for whoever starts next
 * @param pending in the buffer or on their way
 */
record EventReport(long accepted, long recovered, long delivered, Map<String, Long> rejected, Map<String, Long> dropped,
		long left, long pending) {

	static EventReport of(Balance balance) {
		return new EventReport(balance.accepted(), balance.recovered(), balance.delivered(),
				Names.of(balance.rejected()), Names.of(balance.dropped()), balance.left(), balance.pending());
	}

}
