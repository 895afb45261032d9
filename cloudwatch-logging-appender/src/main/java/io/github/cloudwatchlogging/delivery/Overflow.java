package io.github.cloudwatchlogging.delivery;

import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

import io.github.cloudwatchlogging.batch.RoomSignal;
import io.github.cloudwatchlogging.lane.Lanes;
import io.github.cloudwatchlogging.settings.BufferSettings;

/**
 * What a log call does when the buffer has no room for its event. Thread-safe.
 */
@FunctionalInterface
interface Overflow {

	/**
	 * Makes room, or waits for it, and repeats the attempt.
	 * @param attempt appends the event and returns whether there was room
	 * @return whether an attempt succeeded
	 */
	boolean retry(BooleanSupplier attempt);

	/**
	 * Returns what the user chose.
	 */
	static Overflow of(BufferSettings settings, Lanes lanes, RoomSignal signal, LongSupplier nanoClock,
			Runnable sendNow) {
		return switch (settings.whenFull()) {
			case DROP_NEWEST -> (attempt) -> false;
			case DROP_OLDEST -> (attempt) -> dropOldest(lanes, attempt);
			case BLOCK -> (attempt) -> block(signal, nanoClock, settings.blockTimeout().toNanos(), attempt, sendNow);
		};
	}

	private static boolean dropOldest(Lanes lanes, BooleanSupplier attempt) {
		while (lanes.evictOldestBatch()) {
			if (attempt.getAsBoolean()) {
				return true;
			}
		}
		return false;
	}

	private static boolean block(RoomSignal signal, LongSupplier nanoClock, long timeoutNanos, BooleanSupplier attempt,
			Runnable sendNow) {
		long startNanos = nanoClock.getAsLong();
		sendNow.run();
		long raised = signal.raised();
		while (!attempt.getAsBoolean()) {
			long remaining = timeoutNanos - (nanoClock.getAsLong() - startNanos);
			if (remaining <= 0 || !signal.await(raised, remaining)) {
				return false;
			}
			raised = signal.raised();
		}
		return true;
	}

}
