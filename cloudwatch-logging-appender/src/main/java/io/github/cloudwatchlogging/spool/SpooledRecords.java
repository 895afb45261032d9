package io.github.cloudwatchlogging.spool;

import io.github.cloudwatchlogging.batch.BatchStore;
import io.github.cloudwatchlogging.batch.EventRecords;
import io.github.cloudwatchlogging.batch.EventVisitor;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.event.MessageBytes;
import io.github.cloudwatchlogging.event.Severity;
import org.jspecify.annotations.Nullable;

/**
 * The records of one batch, in a file or, where none can be had, in memory. Which of them
 * is decided when its first event comes.
 */
final class SpooledRecords implements EventRecords {

	private final Destination destination;

	private final SpoolStore store;

	private final SpoolFiles files;

	private final BatchStore memory;

	private @Nullable EventRecords place;

	SpooledRecords(Destination destination, SpoolStore store, SpoolFiles files, BatchStore memory) {
		this.destination = destination;
		this.store = store;
		this.files = files;
		this.memory = memory;
	}

	@Override
	public Appending append(long timestamp, MessageBytes message, Severity severity) {
		if (this.place == null) {
			Appending placing = choosePlace(severity);
			if (placing != Appending.APPENDED) {
				return placing;
			}
		}
		return place().append(timestamp, message, severity);
	}

	private Appending choosePlace(Severity severity) {
		SpoolFile file = this.files.poll();
		if (file == null && this.files.failure() == null) {
			return Appending.NOT_READY;
		}
		if (file == null) {
			this.place = this.memory.open(this.destination);
			return Appending.APPENDED;
		}
		if (!this.files.tryReserve(file, severity)) {
			this.files.putBack(file);
			return Appending.NO_ROOM;
		}
		this.place = this.files.begin(file, this.store.newHeader(this.destination));
		return (this.place != null) ? Appending.APPENDED : Appending.NOT_READY;
	}

	private EventRecords place() {
		if (this.place == null) {
			throw new IllegalStateException("No event was appended");
		}
		return this.place;
	}

	@Override
	public void forEach(EventVisitor visitor) {
		place().forEach(visitor);
	}

	@Override
	public void seal() {
		place().seal();
	}

	@Override
	public void sync() {
		this.files.wakeKeeperIfLow();
		place().sync();
	}

	@Override
	public void settled(int settledCount) {
		place().settled(settledCount);
	}

	@Override
	public void release() {
		place().release();
	}

	@Override
	public boolean leave() {
		return place().leave();
	}

}
