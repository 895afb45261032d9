package io.github.cloudwatchlogging.ledger;

import java.time.Duration;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/**
 * When an event was last lost. Thread-safe.
 */
public final class LastLoss {

	private final LongSupplier nanoClock;

	private volatile long atNanos;

	private volatile boolean happened;

	/**
	 * Creates one that knows of no loss.
	 * @param nanoClock the engine's time in nanoseconds, of which only differences count
	 */
	public LastLoss(LongSupplier nanoClock) {
		this.nanoClock = nanoClock;
	}

	/**
	 * An event is lost now.
	 */
	public void note() {
		this.atNanos = this.nanoClock.getAsLong();
		this.happened = true;
	}

	/**
	 * Events ended.
	 * @param settlement how; a loss if any was rejected or dropped
	 */
	public void note(Settlement settlement) {
		if (!settlement.rejected().isEmpty() || !settlement.dropped().isEmpty()) {
			note();
		}
	}

	/**
	 * Returns how long ago that was.
	 * @param nowNanos the engine's time
	 * @return the time, or {@code null} if no event was ever lost
	 */
	public @Nullable Duration age(long nowNanos) {
		return this.happened ? Duration.ofNanos(Math.max(0, nowNanos - this.atNanos)) : null;
	}

}
