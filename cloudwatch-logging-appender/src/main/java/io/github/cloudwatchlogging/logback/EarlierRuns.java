package io.github.cloudwatchlogging.logback;

import io.github.cloudwatchlogging.delivery.DeliverySnapshot;
import io.github.cloudwatchlogging.ledger.Account;
import io.github.cloudwatchlogging.ledger.Balance;
import io.github.cloudwatchlogging.ledger.DropCause;

/**
 * Where the events are that no running engine has: what stopped engines counted, as one
 * sum, and what was logged while there was none. Keeps no engine. Thread-safe.
 */
final class EarlierRuns {

	private final Account whileStopped = new Account();

	private DeliverySnapshot stopped = DeliverySnapshot.EMPTY;

	/**
	 * Counts an event that was logged while no engine ran.
	 */
	synchronized void dropStopped() {
		this.whileStopped.accept();
		this.whileStopped.drop(DropCause.STOPPED);
	}

	/**
	 * Takes over the numbers of a run that has stopped.
	 */
	synchronized void add(EventPipeline run) {
		DeliverySnapshot last = run.engine().snapshot();
		this.stopped = this.stopped.plusStopped(last);
		run.setBooked(last.balance());
	}

	/**
	 * Takes over what log calls that were under way counted in a run after it was added.
	 */
	synchronized void addLate(EventPipeline run) {
		Balance now = run.engine().snapshot().balance();
		this.stopped = this.stopped.plus(now.since(run.booked()));
		run.setBooked(now);
	}

	/**
	 * Adds all this to what the engine that runs has counted.
	 */
	synchronized DeliverySnapshot addTo(DeliverySnapshot running) {
		return running.plusStopped(this.stopped).plus(this.whileStopped.balance(0));
	}

}
