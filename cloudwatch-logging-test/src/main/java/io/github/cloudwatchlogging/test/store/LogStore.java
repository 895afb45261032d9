package io.github.cloudwatchlogging.test.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import io.github.cloudwatchlogging.test.contract.ServiceException;

/**
 * All groups of the server, by name in order. What is missing or exists already is
 * refused in the service's words. Thread-safe.
 */
public final class LogStore {

	private final Map<String, Entry> groups = new ConcurrentSkipListMap<>();

	private final AtomicLong nextSequence = new AtomicLong();

	/**
	 * Adds a group.
	 * @param group the group
	 */
	public void createGroup(LogGroup group) {
		if (this.groups.putIfAbsent(group.name(), new Entry(group)) != null) {
			throw ServiceException.alreadyExists("log group");
		}
	}

	/**
	 * Removes a group and its streams.
	 * @param name the group's name
	 */
	public void deleteGroup(String name) {
		if (this.groups.remove(name) == null) {
			throw ServiceException.notFound("log group");
		}
	}

	/**
	 * Changes what is set on a group.
	 * @param name the group's name
	 * @param change the change
	 */
	public void updateGroup(String name, UnaryOperator<LogGroup> change) {
		entry(name).update(change);
	}

	/**
	 * Returns a group.
	 * @param name the group's name
	 * @return what is set on it
	 */
	public LogGroup group(String name) {
		return entry(name).group;
	}

	/**
	 * Returns all groups.
	 * @return the groups by name
	 */
	public List<LogGroup> groups() {
		return this.groups.values().stream().map((entry) -> entry.group).toList();
	}

	/**
	 * Adds a stream.
	 * @param group the group's name
	 * @param stream the stream's name
	 * @param creationTime when it is created, in epoch milliseconds
	 */
	public void createStream(String group, String stream, long creationTime) {
		LogStream created = new LogStream(group, stream, creationTime);
		if (entry(group).streams.putIfAbsent(stream, created) != null) {
			throw ServiceException.alreadyExists("log stream");
		}
	}

	/**
	 * Removes a stream and its events.
	 * @param group the group's name
	 * @param stream the stream's name
	 */
	public void deleteStream(String group, String stream) {
		if (entry(group).streams.remove(stream) == null) {
			throw ServiceException.notFound("log stream");
		}
	}

	/**
	 * Returns a stream.
	 * @param group the group's name
	 * @param stream the stream's name
	 * @return the stream
	 */
	public LogStream stream(String group, String stream) {
		LogStream found = entry(group).streams.get(stream);
		if (found == null) {
			throw ServiceException.notFound("log stream");
		}
		return found;
	}

	/**
	 * Looks for a stream.
	 * @param group the group's name
	 * @param stream the stream's name
	 * @return the stream, if there is one
	 */
	public Optional<LogStream> findStream(String group, String stream) {
		return Optional.ofNullable(this.groups.get(group)).map((entry) -> entry.streams.get(stream));
	}

	/**
	 * Returns the names of a group's streams.
	 * @param group the group's name
	 * @return the names in order; empty where there is no such group
	 */
	public List<String> streamNames(String group) {
		return Optional.ofNullable(this.groups.get(group))
			.map((entry) -> List.copyOf(entry.streams.keySet()))
			.orElse(List.of());
	}

	/**
	 * Returns the streams of a group.
	 * @param group the group's name
	 * @return the streams by name
	 */
	public Collection<LogStream> streams(String group) {
		return List.copyOf(entry(group).streams.values());
	}

	/**
	 * Adds a part of a batch to a stream.
	 * @param stream the stream
	 * @param batch the batch
	 * @param from the index of the first event
	 * @param to the index after the last event
	 * @param ingestionTime when it is accepted, in epoch milliseconds
	 */
	public void append(LogStream stream, EventBatch batch, int from, int to, long ingestionTime) {
		if (from < to) {
			long firstSequence = this.nextSequence.getAndAdd(batch.size());
			stream.append(new Segment(batch, from, to, ingestionTime, firstSequence));
		}
	}

	/**
	 * Returns the number of events in all streams.
	 * @return the number
	 */
	public long eventCount() {
		return this.groups.values()
			.stream()
			.flatMap((entry) -> entry.streams.values().stream())
			.mapToLong(LogStream::eventCount)
			.sum();
	}

	/**
	 * Visits all events, stream by stream.
	 * @param consumer what visits them
	 */
	public void forEachEvent(Consumer<ReceivedEvent> consumer) {
		this.groups.values().forEach((entry) -> entry.streams.values().forEach((stream) -> stream.forEach(consumer)));
	}

	/**
	 * Forgets everything.
	 */
	public void clear() {
		this.groups.clear();
	}

	private Entry entry(String name) {
		Entry entry = this.groups.get(name);
		if (entry == null) {
			throw ServiceException.notFound("log group");
		}
		return entry;
	}

	private static final class Entry {

		private final Map<String, LogStream> streams = new ConcurrentSkipListMap<>();

		private volatile LogGroup group;

		Entry(LogGroup group) {
			this.group = group;
		}

		synchronized void update(UnaryOperator<LogGroup> change) {
			this.group = change.apply(this.group);
		}

	}

}
