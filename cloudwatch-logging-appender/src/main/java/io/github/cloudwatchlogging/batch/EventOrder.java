package io.github.cloudwatchlogging.batch;

import java.util.Arrays;

/**
 * Is shown all events of a batch as they were appended, and with the last of them shows a
 * part of them in the order that the service demands: by time, and those of one
 * millisecond as they were appended.
 */
final class EventOrder implements EventVisitor {

	private final int from;

	private final int to;

	private final EventVisitor visitor;

	private final long[] timestamps;

	private final byte[][] buffers;

	private final int[] offsets;

	private final int[] lengths;

	private int count;

	EventOrder(int count, int from, int to, EventVisitor visitor) {
		this.from = from;
		this.to = to;
		this.visitor = visitor;
		this.timestamps = new long[count];
		this.buffers = new byte[count][];
		this.offsets = new int[count];
		this.lengths = new int[count];
	}

	@Override
	public void event(long timestamp, byte[] buffer, int offset, int length) {
		this.timestamps[this.count] = timestamp;
		this.buffers[this.count] = buffer;
		this.offsets[this.count] = offset;
		this.lengths[this.count] = length;
		this.count++;
		if (this.count == this.timestamps.length) {
			show();
		}
	}

	private void show() {
		int indexBits = Integer.SIZE - Integer.numberOfLeadingZeros(this.count);
		long[] keys = sortedKeys(indexBits);
		int indexMask = (1 << indexBits) - 1;
		for (int rank = this.from; rank < this.to; rank++) {
			int index = (int) keys[rank] & indexMask;
			this.visitor.event(this.timestamps[index], this.buffers[index], this.offsets[index], this.lengths[index]);
		}
	}

	/**
	 * Each event's distance to the oldest, and its index below. Numbers are sorted
	 * without an object for each, and nearly for nothing where few are out of place.
	 */
	private long[] sortedKeys(int indexBits) {
		long oldest = Arrays.stream(this.timestamps).min().orElse(0);
		long[] keys = new long[this.count];
		for (int index = 0; index < this.count; index++) {
			keys[index] = (this.timestamps[index] - oldest) << indexBits | index;
		}
		Arrays.sort(keys);
		return keys;
	}

}
