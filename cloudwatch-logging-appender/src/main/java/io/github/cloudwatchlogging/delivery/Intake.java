package io.github.cloudwatchlogging.delivery;

import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.event.Severity;
import io.github.cloudwatchlogging.lane.Lane;
import io.github.cloudwatchlogging.lane.Lane.Appended;
import io.github.cloudwatchlogging.lane.Lanes;
import io.github.cloudwatchlogging.ledger.DropCause;

/**
 * What a log call does: holds the event to the service's window of time, and appends it
 * to its lane. Runs on the application's threads; waits only where the user chose to
 * block.
 */
final class Intake {

	private final Lanes lanes;

	private final TimeWindow window;

	private final Overflow overflow;

	private final Runnable wakeUp;

	Intake(Lanes lanes, TimeWindow window, Overflow overflow, Runnable wakeUp) {
		this.lanes = lanes;
		this.window = window;
		this.overflow = overflow;
		this.wakeUp = wakeUp;
	}

	void accept(Destination destination, Severity severity, long timestamp, byte[] message) {
		Lane lane = this.lanes.lane(destination);
		DropCause refusal = this.window.refusal(timestamp);
		if (refusal != null) {
			lane.drop(refusal);
		}
		else if (!append(lane, severity, timestamp, message)
				&& !this.overflow.retry(() -> append(lane, severity, timestamp, message))) {
			lane.drop(DropCause.BUFFER_FULL);
		}
	}

	private boolean append(Lane lane, Severity severity, long timestamp, byte[] message) {
		Appended appended = lane.append(severity, timestamp, message);
		if (appended == Appended.BATCH_FULL) {
			this.wakeUp.run();
		}
		return appended != Appended.NO_ROOM;
	}

}
