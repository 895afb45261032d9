package io.github.cloudwatchlogging.delivery;

import java.util.function.LongSupplier;

/**
 * Tells once when the buffer begins to drop events, and once, with the total, when it has
 * had room for a while. Used by the dispatcher's thread only.
 */
final class BufferWatch {

	private final LongSupplier dropped;

	private final DeliveryListener listener;

	private final long quietNanos;

	private boolean full;

	private long toldBefore;

	private long seen;

	private long lastDropNanos;

	BufferWatch(LongSupplier dropped, DeliveryListener listener, long quietNanos) {
		this.dropped = dropped;
		this.listener = listener;
		this.quietNanos = quietNanos;
	}

	void look(long nowNanos) {
		long now = this.dropped.getAsLong();
		if (now > this.seen) {
			this.seen = now;
			this.lastDropNanos = nowNanos;
			if (!this.full) {
				this.full = true;
				this.listener.bufferFull();
			}
		}
		else if (this.full && nowNanos - this.lastDropNanos >= this.quietNanos) {
			tellTotal();
		}
	}

	/**
	 * Tells the total where that has not been told.
	 */
	void close() {
		this.seen = this.dropped.getAsLong();
		if (this.full) {
			tellTotal();
		}
	}

	private void tellTotal() {
		this.full = false;
		this.listener.bufferHasRoom(this.seen - this.toldBefore);
		this.toldBefore = this.seen;
	}

}
