package io.github.cloudwatchlogging.delivery;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import io.github.cloudwatchlogging.batch.BatchSlice;
import io.github.cloudwatchlogging.batch.SentEvent;
import io.github.cloudwatchlogging.delivery.Outcome.TryLater;
import io.github.cloudwatchlogging.delivery.Trouble.Kind;
import io.github.cloudwatchlogging.event.Destination;

/**
 * Answers the calls for each stream as its script says, and takes everything once the
 * script is over. Thread-safe.
 */
final class ScriptedService implements LogsService {

	private final Map<String, Queue<Supplier<Outcome>>> scripts = new ConcurrentHashMap<>();

	private final List<String> calls = Collections.synchronizedList(new ArrayList<>());

	private final List<String> delivered = Collections.synchronizedList(new ArrayList<>());

	private final AtomicInteger attempts = new AtomicInteger();

	private volatile boolean closed;

	private final boolean orderingByTime;

	ScriptedService() {
		this(false);
	}

	/**
	 * Creates a service that takes everything.
	 * @param orderingByTime whether it says that it orders events by their times
	 */
	ScriptedService(boolean orderingByTime) {
		this.orderingByTime = orderingByTime;
	}

	static TryLater tryLater(Kind kind) {
		return new TryLater(new Trouble(kind, "Code", "message"));
	}

	/**
	 * Adds outcomes of later calls for a stream.
	 */
	void script(Destination destination, Outcome... outcomes) {
		for (Outcome outcome : outcomes) {
			script(destination, () -> outcome);
		}
	}

	/**
	 * Adds what happens at a later call for a stream.
	 */
	void script(Destination destination, Supplier<Outcome> answer) {
		queue(destination).add(answer);
	}

	private Queue<Supplier<Outcome>> queue(Destination destination) {
		return this.scripts.computeIfAbsent(destination.stream(), (key) -> new ArrayDeque<>());
	}

	@Override
	public boolean ordersByTime() {
		return this.orderingByTime;
	}

	@Override
	public Outcome putLogEvents(Destination destination, BatchSlice batch) {
		List<String> messages = SentEvent.of(batch).stream().map(SentEvent::message).toList();
		this.calls.add("put " + destination.stream() + " " + messages);
		Outcome outcome = answer(destination, new Outcome.Delivered());
		if (outcome instanceof Outcome.Delivered) {
			this.delivered.addAll(messages);
		}
		return outcome;
	}

	@Override
	public Outcome createLogStream(Destination destination) {
		this.calls.add("create stream " + destination.stream());
		return answer(destination, new Outcome.Created());
	}

	@Override
	public Outcome createLogGroup(String group) {
		this.calls.add("create group " + group);
		return answer(new Destination(group, group), new Outcome.Created());
	}

	@Override
	public Outcome putRetentionPolicy(String group, int days) {
		this.calls.add("put retention " + group + " " + days);
		return answer(new Destination(group, group), new Outcome.Created());
	}

	private Outcome answer(Destination destination, Outcome otherwise) {
		this.attempts.incrementAndGet();
		Supplier<Outcome> next;
		synchronized (this) {
			next = queue(destination).poll();
		}
		return (next != null) ? next.get() : otherwise;
	}

	@Override
	public void close() {
		this.closed = true;
	}

	/**
	 * Returns all calls, such as {@code put stream [message, ...]}.
	 */
	List<String> calls() {
		return List.copyOf(this.calls);
	}

	/**
	 * Returns all messages that were delivered.
	 */
	List<String> delivered() {
		return List.copyOf(this.delivered);
	}

	/**
	 * Returns how many calls there were.
	 */
	int attempts() {
		return this.attempts.get();
	}

	boolean isClosed() {
		return this.closed;
	}

}
