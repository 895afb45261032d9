package io.github.cloudwatchlogging.batch;

import io.github.cloudwatchlogging.event.Destination;

/**
 * Keeps batches in memory. Thread-safe.
 */
public final class HeapStore implements BatchStore {

	private final ByteBudget memory;

	private final IdleArrays idleArrays = new IdleArrays();

	/**
	 * Creates the store.
	 * @param memory the bound on all batches together
	 */
	public HeapStore(ByteBudget memory) {
		this.memory = memory;
	}

	@Override
	public EventRecords open(Destination destination) {
		return new HeapRecords(this.memory, this.idleArrays);
	}

}
