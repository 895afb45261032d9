package io.github.cloudwatchlogging.delivery;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import io.github.cloudwatchlogging.batch.RoomSignal;
import io.github.cloudwatchlogging.lane.Appended;

/**
 * Where a log call waits while the next file is made. It takes milliseconds; a device
 * that takes longer than two seconds is taken for broken, and events are kept in memory.
 * Thread-safe.
 */
final class Readiness {

	private static final long LONGEST_WAIT_NANOS = TimeUnit.SECONDS.toNanos(2);

	private final RoomSignal signal;

	private final LongSupplier nanoClock;

	private final Consumer<Throwable> tooLate;

	Readiness(RoomSignal signal, LongSupplier nanoClock, Consumer<Throwable> tooLate) {
		this.signal = signal;
		this.nanoClock = nanoClock;
		this.tooLate = tooLate;
	}

	/**
	 * Repeats an attempt until there is an answer. An interrupt stays set, and does not
	 * shorten the wait: it is no reason to keep the event where it can be lost.
	 * @param attempt appends the event
	 * @return what it came to in the end, never {@link Appended#NOT_READY}
	 */
	Appended await(Supplier<Appended> attempt) {
		long startNanos = this.nanoClock.getAsLong();
		boolean interrupted = Thread.interrupted();
		try {
			long raised = this.signal.raised();
			Appended appended = attempt.get();
			while (appended == Appended.NOT_READY) {
				long remaining = LONGEST_WAIT_NANOS - (this.nanoClock.getAsLong() - startNanos);
				boolean signalled = this.signal.await(raised, remaining);
				interrupted |= Thread.interrupted();
				if (!signalled && remaining <= 0) {
					this.tooLate.accept(new TimeoutException("No file was ready within two seconds"));
				}
				raised = this.signal.raised();
				appended = attempt.get();
			}
			return appended;
		}
		finally {
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

}
