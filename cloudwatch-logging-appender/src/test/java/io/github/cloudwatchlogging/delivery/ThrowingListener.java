package io.github.cloudwatchlogging.delivery;

import io.github.cloudwatchlogging.event.Destination;

/**
 * Throws whatever it is told.
 */
final class ThrowingListener implements DeliveryListener {

	private static AssertionError broken() {
		return new AssertionError("A listener that is broken");
	}

	@Override
	public void deliveryFailing(Destination destination, Trouble trouble) {
		throw broken();
	}

	@Override
	public void deliveryRecovered(Destination destination, int attempts) {
		throw broken();
	}

	@Override
	public void eventRefused(Destination destination, EventExcerpt event, Trouble trouble) {
		throw broken();
	}

	@Override
	public void batchRefused(Destination destination, int events, Trouble trouble) {
		throw broken();
	}

	@Override
	public void eventsRejected(Destination destination, long events) {
		throw broken();
	}

	@Override
	public void entityRejected(Destination destination, String errorType) {
		throw broken();
	}

	@Override
	public void tagsMissing(String group, Trouble trouble) {
		throw broken();
	}

	@Override
	public void retentionFailing(String group, Trouble trouble) {
		throw broken();
	}

	@Override
	public void retentionSet(String group) {
		throw broken();
	}

	@Override
	public void bufferFull() {
		throw broken();
	}

	@Override
	public void bufferHasRoom(long dropped) {
		throw broken();
	}

	@Override
	public void defect(Throwable defect) {
		throw broken();
	}

	@Override
	public void batchUnreadable(Destination destination, int events, Trouble trouble) {
		throw broken();
	}

	@Override
	public void eventsExpired(Destination destination, int events) {
		throw broken();
	}

	@Override
	public void spoolFailing(Throwable cause) {
		throw broken();
	}

	@Override
	public void spoolWorking() {
		throw broken();
	}

	@Override
	public void eventsRecovered(long events, int processes) {
		throw broken();
	}

	@Override
	public void recoveryFailed(String owner, Throwable cause) {
		throw broken();
	}

	@Override
	public void batchFileDamaged(String path, String reason) {
		throw broken();
	}

	@Override
	public void leftBehind(FlushResult result, long inSpool) {
		throw broken();
	}

}
