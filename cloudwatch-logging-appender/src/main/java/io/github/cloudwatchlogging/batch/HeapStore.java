package io.github.cloudwatchlogging.batch;

import io.github.cloudwatchlogging.event.Destination;

/**
 * Keeps batches in memory. Thread-safe.
 */
public final class HeapStore implements BatchStore {

	private final ByteBudget memory;

	private final int batchBytes;

	private final IdleArrays idleArrays = new IdleArrays();

	/**
	 * Creates the store.
	 * @param memory the bound on all batches together
	 * @param batchBytes the most bytes of one batch, as the service counts them
	 */
	public HeapStore(ByteBudget memory, int batchBytes) {
		this.memory = memory;
		this.batchBytes = batchBytes;
	}

	@Override
	public EventRecords open(Destination destination) {
		return new HeapRecords(this.memory, this.batchBytes, this.idleArrays);
	}

}
