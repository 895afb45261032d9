package io.github.cloudwatchlogging.delivery;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.cloudwatchlogging.event.Destination;

/**
 * Writes down all that an operator is told. Thread-safe.
 */
class RecordingListener implements DeliveryListener {

	private final List<String> told = new CopyOnWriteArrayList<>();

	private final List<Throwable> defects = new CopyOnWriteArrayList<>();

	@Override
	public void deliveryFailing(Destination destination, Trouble trouble) {
		this.told.add("failing " + destination.stream() + " " + trouble.kind());
	}

	@Override
	public void deliveryRecovered(Destination destination, int attempts) {
		this.told.add("recovered " + destination.stream() + " " + attempts);
	}

	@Override
	public void eventRefused(Destination destination, EventExcerpt event, Trouble trouble) {
		this.told.add("refused " + destination.stream() + " '" + event.beginning() + "'");
	}

	@Override
	public void batchRefused(Destination destination, int events, Trouble trouble) {
		this.told.add("refused " + destination.stream() + " " + events);
	}

	@Override
	public void eventsRejected(Destination destination, long events) {
		this.told.add("rejected " + destination.stream() + " " + events);
	}

	@Override
	public void entityRejected(Destination destination, String errorType) {
		this.told.add("entity " + destination.stream() + " " + errorType);
	}

	@Override
	public void tagsMissing(String group, Trouble trouble) {
		this.told.add("untagged " + group + " " + trouble.kind());
	}

	@Override
	public void retentionFailing(String group, Trouble trouble) {
		this.told.add("retention " + group + " " + trouble.kind());
	}

	@Override
	public void retentionSet(String group) {
		this.told.add("retention " + group + " set");
	}

	@Override
	public void bufferFull() {
		this.told.add("full");
	}

	@Override
	public void bufferHasRoom(long dropped) {
		this.told.add("room " + dropped);
	}

	@Override
	public void defect(Throwable defect) {
		this.told.add("defect");
		this.defects.add(defect);
	}

	@Override
	public void batchUnreadable(Destination destination, int events, Trouble trouble) {
		this.told.add("unreadable " + destination.stream() + " " + events);
	}

	@Override
	public void eventsExpired(Destination destination, int events) {
		this.told.add("expired " + destination.stream() + " " + events);
	}

	@Override
	public void spoolFailing(Throwable cause) {
		this.told.add("spool failing");
	}

	@Override
	public void spoolWorking() {
		this.told.add("spool working");
	}

	@Override
	public void eventsRecovered(long events, int processes) {
		this.told.add("recovered " + events);
	}

	@Override
	public void recoveryFailed(String owner, Throwable cause) {
		this.told.add("recovery failed");
	}

	@Override
	public void batchFileDamaged(String path, String reason) {
		this.told.add("damaged");
	}

	@Override
	public void leftBehind(FlushResult result, long inSpool) {
		this.told.add("left " + result.left());
	}

	List<String> told() {
		return this.told;
	}

	List<Throwable> defects() {
		return this.defects;
	}

}
