package io.github.cloudwatchlogging.logback;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Warnings of one kind, which an outage of many streams, or a stream of bad events, would
 * repeat without end: the first ten of a minute are told, and the next one after that
 * minute says how many were not. Thread-safe.
 */
final class LimitedWarnings {

	static final int MOST_IN_A_MINUTE = 10;

	private static final long MINUTE_NANOS = TimeUnit.MINUTES.toNanos(1);

	private final Consumer<String> sink;

	private final LongSupplier nanoClock;

	private long minuteStartNanos;

	private int told;

	private long untold;

	LimitedWarnings(Consumer<String> sink, LongSupplier nanoClock) {
		this.sink = sink;
		this.nanoClock = nanoClock;
		this.minuteStartNanos = nanoClock.getAsLong();
	}

	synchronized void warn(String message) {
		long now = this.nanoClock.getAsLong();
		if (now - this.minuteStartNanos >= MINUTE_NANOS) {
			this.minuteStartNanos = now;
			this.told = 0;
		}
		if (this.told >= MOST_IN_A_MINUTE) {
			this.untold++;
			return;
		}
		this.told++;
		this.sink.accept(message + takeUntold());
	}

	/**
	 * Tells how many warnings were not told, if there are any.
	 */
	synchronized void close() {
		String untoldWarnings = takeUntold();
		if (!untoldWarnings.isEmpty()) {
			this.sink.accept(untoldWarnings.trim());
		}
	}

	private String takeUntold() {
		String text = (this.untold > 0) ? " (" + this.untold + " more warnings of this kind were not told)" : "";
		this.untold = 0;
		return text;
	}

}
