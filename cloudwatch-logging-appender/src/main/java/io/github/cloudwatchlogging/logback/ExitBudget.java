package io.github.cloudwatchlogging.logback;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The time that the end of an application may take, over all its drains together: a
 * context that closes drains, and so does Logback when it stops a moment later. Drains
 * that lie further apart than the whole time are no longer one exit. Thread-safe.
 */
final class ExitBudget {

	private final Duration timeout;

	private final LongSupplier nanoClock;

	private Duration spent = Duration.ZERO;

	private long lastSpentNanos;

	ExitBudget(Duration timeout, LongSupplier nanoClock) {
		this.timeout = timeout;
		this.nanoClock = nanoClock;
		this.lastSpentNanos = nanoClock.getAsLong();
	}

	synchronized Duration remaining() {
		if (this.nanoClock.getAsLong() - this.lastSpentNanos > this.timeout.toNanos()) {
			this.spent = Duration.ZERO;
		}
		Duration remaining = this.timeout.minus(this.spent);
		return remaining.isNegative() ? Duration.ZERO : remaining;
	}

	synchronized void spend(Duration took) {
		this.spent = this.spent.plus(took);
		this.lastSpentNanos = this.nanoClock.getAsLong();
	}

}
