package io.github.cloudwatchlogging.test.fault;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

import io.github.cloudwatchlogging.test.store.EventBatch;

/**
 * The faults of a server, for instance
 * {@code faults().on("PutLogEvents").times(3).throttle()}. Where several concern a
 * request, the one that was added first strikes, alone. Thread-safe.
 */
public final class FaultPlan {

	private final List<Fault> faults = new CopyOnWriteArrayList<>();

	private final AtomicLong eventsWithLostAnswer = new AtomicLong();

	/**
	 * Begins a fault that strikes one operation.
	 * @param operation the operation, for instance {@code PutLogEvents}
	 * @return a builder; the fault is added by the method that names its kind
	 */
	public FaultBuilder on(String operation) {
		return new FaultBuilder(this, operation, (call) -> call.operation().equals(operation));
	}

	/**
	 * Begins a fault that strikes any operation.
	 * @return a builder; the fault is added by the method that names its kind
	 */
	public FaultBuilder onAny() {
		return new FaultBuilder(this, "any operation", (call) -> true);
	}

	/**
	 * Returns the faults that may still strike.
	 * @return the faults in the order in which they were added
	 */
	public List<Fault> active() {
		return this.faults.stream().filter(Fault::isActive).toList();
	}

	/**
	 * Ends all faults and releases the requests that wait because of them. What has been
	 * counted stays.
	 */
	public void heal() {
		this.faults.forEach(Fault::heal);
		this.faults.clear();
	}

	/**
	 * Returns how many events were stored although their client got no answer, by a fault
	 * or because the connection broke or the server stopped first. A client that retries
	 * stores them again: this is the number of duplicates to expect from it. A client
	 * that no longer waited for a slow answer is not known to the server and not counted.
	 * @return the number of events
	 */
	public long eventsWithLostAnswer() {
		return this.eventsWithLostAnswer.get();
	}

	/**
	 * Ends all faults and forgets what has been counted.
	 */
	public void reset() {
		heal();
		this.eventsWithLostAnswer.set(0);
	}

	/**
	 * Takes the effect of the fault that strikes a request. For the server.
	 * @param call the request
	 * @return the effect, or {@link Effect#NONE}
	 */
	public Effect take(ApiCall call) {
		return take(call, false);
	}

	/**
	 * Takes the effect of the fault that strikes a request while its body is being read.
	 * For the server.
	 * @param operation the operation
	 * @return the effect, or {@link Effect#NONE}
	 */
	public Effect takeWithinBody(String operation) {
		return take(new ApiCall(operation, null, null, EventBatch.empty()), true);
	}

	private Effect take(ApiCall call, boolean withinBody) {
		for (Fault fault : this.faults) {
			if (fault.effect().strikesWithinBody() == withinBody && fault.strikes(call)) {
				return fault.effect();
			}
		}
		return Effect.NONE;
	}

	/**
	 * Counts events whose answer is lost. For the server.
	 * @param events the number of events
	 */
	public void answerLost(int events) {
		this.eventsWithLostAnswer.addAndGet(events);
	}

	Fault add(Fault fault) {
		this.faults.add(fault);
		return fault;
	}

}
