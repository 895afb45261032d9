package io.github.cloudwatchlogging.delivery;

import io.github.cloudwatchlogging.batch.MemoryBudget;

/**
 * Tells once when the buffer begins to refuse events, and once, with the total, when it
 * has had room for a while. Used by the dispatcher's thread only.
 */
final class BufferWatch {

	private final MemoryBudget memory;

	private final DeliveryListener listener;

	private final long quietNanos;

	private boolean full;

	private long refusedBefore;

	private long refusedSeen;

	private long lastRefusalNanos;

	BufferWatch(MemoryBudget memory, DeliveryListener listener, long quietNanos) {
		this.memory = memory;
		this.listener = listener;
		this.quietNanos = quietNanos;
	}

	void look(long nowNanos) {
		long refused = this.memory.refused();
		if (refused > this.refusedSeen) {
			this.refusedSeen = refused;
			this.lastRefusalNanos = nowNanos;
			if (!this.full) {
				this.full = true;
				this.listener.bufferFull();
			}
		}
		else if (this.full && nowNanos - this.lastRefusalNanos >= this.quietNanos) {
			tellTotal();
		}
	}

	/**
	 * Tells the total of a refusal that has not ended.
	 */
	void close() {
		this.refusedSeen = this.memory.refused();
		if (this.full) {
			tellTotal();
		}
	}

	private void tellTotal() {
		this.full = false;
		this.listener.bufferHasRoom(this.refusedSeen - this.refusedBefore);
		this.refusedBefore = this.refusedSeen;
	}

}
