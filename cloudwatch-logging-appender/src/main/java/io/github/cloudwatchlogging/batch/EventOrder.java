package io.github.cloudwatchlogging.batch;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The events of a batch in the order that the service demands, where they were appended
 * in another.
 */
final class EventOrder implements EventVisitor {

	private final long[] timestamps;

	private final int[] offsets;

	private final int[] lengths;

	private byte[] buffer = {};

	private int count;

	EventOrder(EventRecords records) {
		this.timestamps = new long[records.count()];
		this.offsets = new int[records.count()];
		this.lengths = new int[records.count()];
		records.forEach(this);
	}

	@Override
	public void event(long timestamp, byte[] buffer, int offset, int length) {
		this.timestamps[this.count] = timestamp;
		this.offsets[this.count] = offset;
		this.lengths[this.count] = length;
		this.buffer = buffer;
		this.count++;
	}

	/**
	 * Shows events by time, and those of one millisecond as they were appended.
	 */
	void forEach(int from, int to, EventVisitor visitor) {
		IntStream.range(0, this.count)
			.boxed()
			.sorted(Comparator.comparingLong((index) -> this.timestamps[index]))
			.skip(from)
			.limit(to - from)
			.forEach((index) -> visitor.event(this.timestamps[index], this.buffer, this.offsets[index],
					this.lengths[index]));
	}

}
