package io.github.cloudwatchlogging.delivery;

import io.github.cloudwatchlogging.event.Destination;

/**
 * Keeps what a listener throws from the engine: a listener ends in code of others, and
 * whatever breaks there must neither end a thread nor have a batch sent twice.
 */
final class GuardedListener implements DeliveryListener {

	private final DeliveryListener listener;

	GuardedListener(DeliveryListener listener) {
		this.listener = listener;
	}

	@Override
	public void deliveryFailing(Destination destination, Trouble trouble) {
		tell(() -> this.listener.deliveryFailing(destination, trouble));
	}

	@Override
	public void deliveryRecovered(Destination destination, int attempts) {
		tell(() -> this.listener.deliveryRecovered(destination, attempts));
	}

	@Override
	public void eventRefused(Destination destination, EventExcerpt event, Trouble trouble) {
		tell(() -> this.listener.eventRefused(destination, event, trouble));
	}

	@Override
	public void batchRefused(Destination destination, int events, Trouble trouble) {
		tell(() -> this.listener.batchRefused(destination, events, trouble));
	}

	@Override
	public void batchUnreadable(Destination destination, int events, Trouble trouble) {
		tell(() -> this.listener.batchUnreadable(destination, events, trouble));
	}

	@Override
	public void eventsExpired(Destination destination, int events) {
		tell(() -> this.listener.eventsExpired(destination, events));
	}

	@Override
	public void spoolFailing(Throwable cause) {
		tell(() -> this.listener.spoolFailing(cause));
	}

	@Override
	public void spoolWorking() {
		tell(this.listener::spoolWorking);
	}

	@Override
	public void eventsRecovered(long events, int processes) {
		tell(() -> this.listener.eventsRecovered(events, processes));
	}

	@Override
	public void recoveryFailed(String owner, Throwable cause) {
		tell(() -> this.listener.recoveryFailed(owner, cause));
	}

	@Override
	public void batchFileDamaged(String path, String reason) {
		tell(() -> this.listener.batchFileDamaged(path, reason));
	}

	@Override
	public void eventsRejected(Destination destination, long events) {
		tell(() -> this.listener.eventsRejected(destination, events));
	}

	@Override
	public void entityRejected(Destination destination, String errorType) {
		tell(() -> this.listener.entityRejected(destination, errorType));
	}

	@Override
	public void tagsMissing(String group, Trouble trouble) {
		tell(() -> this.listener.tagsMissing(group, trouble));
	}

	@Override
	public void retentionFailing(String group, Trouble trouble) {
		tell(() -> this.listener.retentionFailing(group, trouble));
	}

	@Override
	public void retentionSet(String group) {
		tell(() -> this.listener.retentionSet(group));
	}

	@Override
	public void bufferFull() {
		tell(this.listener::bufferFull);
	}

	@Override
	public void bufferHasRoom(long dropped) {
		tell(() -> this.listener.bufferHasRoom(dropped));
	}

	@Override
	public void defect(Throwable defect) {
		tell(() -> this.listener.defect(defect));
	}

	@Override
	public void leftBehind(FlushResult result, long inSpool) {
		tell(() -> this.listener.leftBehind(result, inSpool));
	}

	private static void tell(Runnable verb) {
		try {
			verb.run();
		}
		catch (Throwable nobodyLeftToTell) {
			// The listener is where it would be told.
		}
	}

}
