package io.github.cloudwatchlogging.test.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * One stream: a list of puts. Thread-safe.
 */
public final class LogStream {

	private final String group;

	private final String name;

	private final long creationTime;

	private final List<Segment> segments = new ArrayList<>();

	private long eventCount;

	private long storedBytes;

	private @Nullable List<StoredEvent> readOrder;

	LogStream(String group, String name, long creationTime) {
		this.group = group;
		this.name = name;
		this.creationTime = creationTime;
	}

	/**
	 * Returns the name.
	 * @return the name
	 */
	public String name() {
		return this.name;
	}

	/**
	 * Returns when the stream was created.
	 * @return the epoch milliseconds
	 */
	public long creationTime() {
		return this.creationTime;
	}

	/**
	 * Returns when the last put was accepted.
	 * @return the epoch milliseconds, or {@code null} before the first
	 */
	public synchronized @Nullable Long lastIngestionTime() {
		return this.segments.isEmpty() ? null : this.segments.get(this.segments.size() - 1).ingestionTime();
	}

	/**
	 * Returns the number of events.
	 * @return the number
	 */
	public synchronized long eventCount() {
		return this.eventCount;
	}

	/**
	 * Returns the size of the messages.
	 * @return the UTF-8 bytes
	 */
	public synchronized long storedBytes() {
		return this.storedBytes;
	}

	/**
	 * Returns the events by timestamp, then as they arrived. The list is made once and
	 * kept until the next put.
	 * @return an unmodifiable list
	 */
	public synchronized List<StoredEvent> inReadOrder() {
		if (this.readOrder == null) {
			List<StoredEvent> events = new ArrayList<>((int) this.eventCount);
			for (Segment segment : this.segments) {
				for (int i = segment.from(); i < segment.to(); i++) {
					events.add(new StoredEvent(this.name, segment, i));
				}
			}
			events.sort(StoredEvent.READ_ORDER);
			this.readOrder = List.copyOf(events);
		}
		return this.readOrder;
	}

	/**
	 * Visits the events in the order in which they arrived. The consumer runs outside the
	 * stream's lock and sees the events stored before the call.
	 * @param consumer what visits them
	 */
	public void forEach(Consumer<ReceivedEvent> consumer) {
		for (Segment segment : segments()) {
			for (int i = segment.from(); i < segment.to(); i++) {
				consumer.accept(new ReceivedEvent(this.group, this.name, segment.batch().timestamp(i),
						segment.ingestionTime(), segment.batch().message(i)));
			}
		}
	}

	synchronized void append(Segment segment) {
		this.segments.add(segment);
		this.eventCount += segment.to() - segment.from();
		for (int i = segment.from(); i < segment.to(); i++) {
			this.storedBytes += segment.batch().messageBytes(i);
		}
		this.readOrder = null;
	}

	private synchronized List<Segment> segments() {
		return List.copyOf(this.segments);
	}

}
