package io.github.cloudwatchlogging.delivery;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.github.cloudwatchlogging.event.Destination;
import org.jspecify.annotations.Nullable;

/**
 * Prints lost events, each once and never more than so many a second, and at the end of a
 * series how many it did not print. Thread-safe.
 */
final class ConsoleFallback implements Fallback {

	static final int LINES_PER_SECOND = 100;

	static final int MOST_LINES_AT_ONCE = 1_000;

	static final int MAX_LINE_BYTES = 8 * 1024;

	static final int MAX_QUEUED_BYTES = 256 * 1024;

	private static final String PREFIX = "[cloudwatch-logs] ";

	private static final long TURN_NANOS = TimeUnit.SECONDS.toNanos(1);

	private final Consumer<String> console;

	private final LostLines lines = new LostLines(MAX_QUEUED_BYTES, MAX_LINE_BYTES);

	// Guards what follows: the last turn is taken by the thread that stops the engine.
	private final Object turns = new Object();

	private final LineRate rate;

	private long unprintedTold;

	private long unprintedSeen;

	ConsoleFallback(Consumer<String> console, long nowNanos) {
		this.console = console;
		this.rate = new LineRate(LINES_PER_SECOND, MOST_LINES_AT_ONCE, nowNanos);
	}

	@Override
	public void lost(Enum<?> cause, @Nullable Destination destination, long timestamp, byte[] buffer, int offset,
			int length) {
		this.lines.add(cause, destination, timestamp, buffer, offset, length);
	}

	@Override
	public long turn(long nowNanos) {
		synchronized (this.turns) {
			printLines(nowNanos);
			long unprinted = this.lines.refused();
			boolean quiet = unprinted == this.unprintedSeen && this.lines.isEmpty();
			this.unprintedSeen = unprinted;
			if (quiet) {
				printTotal();
			}
			return TURN_NANOS;
		}
	}

	@Override
	public void close(long nowNanos) {
		synchronized (this.turns) {
			printLines(nowNanos);
			this.lines.close();
			this.unprintedSeen = this.lines.refused();
			printTotal();
		}
	}

	private void printLines(long nowNanos) {
		while (!this.lines.isEmpty() && this.rate.tryTake(nowNanos)) {
			this.console.accept(PREFIX + this.lines.poll());
		}
	}

	private void printTotal() {
		long unprinted = this.unprintedSeen - this.unprintedTold;
		this.unprintedTold = this.unprintedSeen;
		if (unprinted > 0) {
			this.console.accept(PREFIX + unprinted + " more lost events were not printed");
		}
	}

}
