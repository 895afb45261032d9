package io.github.cloudwatchlogging.delivery;

import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.event.MessageBytes;
import io.github.cloudwatchlogging.event.Severity;
import io.github.cloudwatchlogging.lane.Lane;
import io.github.cloudwatchlogging.lane.Appended;
import io.github.cloudwatchlogging.lane.Lanes;
import io.github.cloudwatchlogging.ledger.DropCause;

/**
 * What a log call does: holds the event to the service's window of time, and appends it
 * to its lane. Runs on the application's threads; waits only where the user chose to
 * block, and for a moment where the user chose files that survive the process and none is
 * ready.
 */
final class Intake {

	private final Lanes lanes;

	private final TimeWindow window;

	private final Readiness readiness;

	private final Overflow overflow;

	private final int maxDestinations;

	private final Runnable wakeUp;

	Intake(Lanes lanes, TimeWindow window, Readiness readiness, Overflow overflow, int maxDestinations,
			Runnable wakeUp) {
		this.lanes = lanes;
		this.readiness = readiness;
		this.maxDestinations = maxDestinations;
		this.window = window;
		this.overflow = overflow;
		this.wakeUp = wakeUp;
	}

	void accept(Destination destination, Severity severity, long timestamp, MessageBytes message) {
		DropCause refusal = this.window.refusal(timestamp);
		if (refusal != null) {
			drop(destination, refusal, timestamp, message);
		}
		else if (!append(destination, severity, timestamp, message)
				&& !this.overflow.retry(() -> append(destination, severity, timestamp, message))) {
			drop(destination, DropCause.BUFFER_FULL, timestamp, message);
		}
	}

	/**
	 * Accepts an event if it can be done at once.
	 * @return whether it was done; if not, nothing has happened
	 */
	boolean tryAccept(Destination destination, Severity severity, long timestamp, MessageBytes message) {
		return this.window.refusal(timestamp) == null
				&& isDone(appendToOpenLane(destination, severity, timestamp, message));
	}

	private boolean append(Destination destination, Severity severity, long timestamp, MessageBytes message) {
		Appended appended = appendToOpenLane(destination, severity, timestamp, message);
		if (appended == Appended.NOT_READY) {
			appended = this.readiness.await(() -> appendToOpenLane(destination, severity, timestamp, message));
		}
		return isDone(appended);
	}

	private boolean isDone(Appended appended) {
		if (appended == Appended.BATCH_FULL) {
			this.wakeUp.run();
		}
		return appended != Appended.NO_ROOM && appended != Appended.NOT_READY;
	}

	private Appended appendToOpenLane(Destination destination, Severity severity, long timestamp,
			MessageBytes message) {
		Appended appended = lane(destination).append(severity, timestamp, message);
		while (appended == Appended.CLOSED) {
			appended = lane(destination).append(severity, timestamp, message);
		}
		return appended;
	}

	private void drop(Destination destination, DropCause cause, long timestamp, MessageBytes message) {
		boolean counted = lane(destination).drop(cause, timestamp, message);
		while (!counted) {
			counted = lane(destination).drop(cause, timestamp, message);
		}
	}

	private Lane lane(Destination destination) {
		Lane open = this.lanes.find(destination);
		if (open != null) {
			return open;
		}
		Lane opened = this.lanes.lane(destination);
		if (this.lanes.exceed(this.maxDestinations)) {
			this.wakeUp.run();
		}
		return opened;
	}

}
