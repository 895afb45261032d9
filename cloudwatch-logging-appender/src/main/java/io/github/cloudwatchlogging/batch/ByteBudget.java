package io.github.cloudwatchlogging.batch;

import java.util.concurrent.atomic.AtomicLong;

import io.github.cloudwatchlogging.event.Severity;

/**
 * The bound on the bytes that all batches of one kind hold together, in memory or on
 * disk. Shared by all lanes; thread-safe; never waits.
 */
public final class ByteBudget {

	private final long limitBytes;

	private final double lowLevelThreshold;

	private final RoomSignal signal;

	private final AtomicLong usedBytes = new AtomicLong();

	/**
	 * Creates a budget of which nothing is used.
	 * @param limitBytes the bound
	 * @param lowLevelThreshold the share of it that events of low severity may fill, from
	 * 0 to 1; those of normal severity may fill half of the rest too, and those of high
	 * severity all of it
	 * @param signal is raised when bytes are released
	 */
	public ByteBudget(long limitBytes, double lowLevelThreshold, RoomSignal signal) {
		this.limitBytes = limitBytes;
		this.lowLevelThreshold = lowLevelThreshold;
		this.signal = signal;
	}

	/**
	 * Books bytes, if there is room for them.
	 * @param bytes how many
	 * @param severity of the event that needs them
	 * @return whether there was room
	 */
	public boolean tryReserve(int bytes, Severity severity) {
		if (this.usedBytes.addAndGet(bytes) > limitBytes(severity)) {
			this.usedBytes.addAndGet(-bytes);
			return false;
		}
		return true;
	}

	/**
	 * Books bytes that are in use already, room or not.
	 * @param bytes how many
	 */
	public void reserve(long bytes) {
		this.usedBytes.addAndGet(bytes);
	}

	private long limitBytes(Severity severity) {
		return switch (severity) {
			case LOW -> (long) (this.limitBytes * this.lowLevelThreshold);
			case NORMAL -> (long) (this.limitBytes * (1 + this.lowLevelThreshold) / 2);
			case HIGH -> this.limitBytes;
		};
	}

	/**
	 * Gives bytes back.
	 * @param bytes how many
	 */
	public void release(long bytes) {
		this.usedBytes.addAndGet(-bytes);
		this.signal.raise();
	}

	/**
	 * Returns the bytes that batches hold now.
	 * @return bytes; for a moment more than the limit while a reservation is refused
	 */
	public long usedBytes() {
		return this.usedBytes.get();
	}

	/**
	 * Returns the bound.
	 * @return bytes
	 */
	public long limitBytes() {
		return this.limitBytes;
	}

}
