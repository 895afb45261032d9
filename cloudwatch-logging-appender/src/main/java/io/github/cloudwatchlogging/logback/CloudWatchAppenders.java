package io.github.cloudwatchlogging.logback;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.github.cloudwatchlogging.delivery.DeliverySnapshot;
import io.github.cloudwatchlogging.delivery.FlushResult;
import org.jspecify.annotations.Nullable;

/**
 * The appenders that ship an application's events, seen as one. Most often that is one.
 * Thread-safe.
 */
public final class CloudWatchAppenders {

	private final Map<String, CloudWatchAppender> byName;

	private CloudWatchAppenders(Map<String, CloudWatchAppender> byName) {
		this.byName = Collections.unmodifiableMap(byName);
	}

	/**
	 * Returns one or more appenders as one.
	 * @param appenders the appenders, each once
	 * @return all of them
	 * @throws IllegalArgumentException if there is none
	 */
	public static CloudWatchAppenders of(List<CloudWatchAppender> appenders) {
		if (appenders.isEmpty()) {
			throw new IllegalArgumentException("There is no appender");
		}
		Map<String, CloudWatchAppender> byName = new LinkedHashMap<>();
		if (appenders.size() == 1) {
			byName.put("", appenders.get(0));
		}
		else {
			appenders.forEach((appender) -> byName.put(freeName(appender.getName(), byName), appender));
		}
		return new CloudWatchAppenders(byName);
	}

	// Code that attaches appenders may give them any name, or none.
	private static String freeName(@Nullable String wanted, Map<String, ?> taken) {
		String name = (wanted != null) ? wanted : "appender";
		String free = name;
		for (int number = 2; taken.containsKey(free); number++) {
			free = name + "-" + number;
		}
		return free;
	}

	/**
	 * Returns the appenders by what tells them apart.
	 * @return the appenders by their names, with a number where two have the same one, in
	 * their order; an only one has the empty name
	 */
	public Map<String, CloudWatchAppender> byName() {
		return this.byName;
	}

	/**
	 * Returns the first appender.
	 * @return the appender, which most often is the only one
	 */
	public CloudWatchAppender first() {
		return this.byName.values().iterator().next();
	}

	/**
	 * Returns where all events are that were given to any of the appenders.
	 * @return the sum, which balances
	 */
	public DeliverySnapshot snapshot() {
		return DeliverySnapshot.sum(this.byName.values().stream().map(CloudWatchAppender::snapshot));
	}

	/**
	 * Sends all that is pending and waits until the service answered for it.
	 * @param timeout how long to wait at most, for all together
	 * @return what was delivered and what is left
	 */
	public FlushResult flush(Duration timeout) {
		return sum(flushEach(timeout).values().stream());
	}

	/**
	 * Sends all that is pending and waits until the service answered for it.
	 * @param timeout how long to wait at most, for all together
	 * @return what was delivered and what is left, by the appender's name as in
	 * {@link #byName()}
	 */
	public Map<String, FlushResult> flushEach(Duration timeout) {
		Map<String, Function<Duration, FlushResult>> begun = new LinkedHashMap<>();
		this.byName.forEach((name, appender) -> begun.put(name, appender.beginFlush()));
		Map<String, FlushResult> results = new LinkedHashMap<>();
		begun.forEach((name, flush) -> results.put(name, flush.apply(timeout)));
		return results;
	}

	/**
	 * Sends all that is pending because the application, or a part of it, ends. Takes no
	 * longer than the longest shutdown timeout.
	 * @return what was delivered and what is left
	 */
	public FlushResult drain() {
		List<Supplier<FlushResult>> begun = this.byName.values().stream().map(CloudWatchAppender::beginDrain).toList();
		return sum(begun.stream().map(Supplier::get));
	}

	private static FlushResult sum(Stream<FlushResult> results) {
		return results.reduce(FlushResult::plus).orElse(FlushResult.NOTHING);
	}

}
