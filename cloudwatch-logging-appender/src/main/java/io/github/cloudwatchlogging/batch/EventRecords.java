package io.github.cloudwatchlogging.batch;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

import io.github.cloudwatchlogging.event.Severity;

/**
 * Encoded events one behind the other in one array: eight bytes of time, four of length,
 * the message. The array doubles when it is full, so a quiet lane holds a few KiB and a
 * busy one a batch; the copies cost as much as the events themselves took, once. Not
 * thread-safe: guarded as its batch is.
 */
final class EventRecords {

	static final int HEADER_BYTES = Long.BYTES + Integer.BYTES;

	private static final int FIRST_CAPACITY = 8 * 1024;

	private static final byte[] EMPTY = {};

	private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

	private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

	private final MemoryBudget memory;

	private final int largestCapacity;

	private byte[] buffer = EMPTY;

	private int size;

	private int count;

	EventRecords(MemoryBudget memory, int largestCapacity) {
		this.memory = memory;
		this.largestCapacity = largestCapacity;
	}

	boolean append(long timestamp, byte[] message, Severity severity) {
		int end = this.size + HEADER_BYTES + message.length;
		if (end > this.buffer.length && !grow(end, severity)) {
			return false;
		}
		LONG.set(this.buffer, this.size, timestamp);
		INT.set(this.buffer, this.size + Long.BYTES, message.length);
		System.arraycopy(message, 0, this.buffer, this.size + HEADER_BYTES, message.length);
		this.size = end;
		this.count++;
		return true;
	}

	private boolean grow(int needed, Severity severity) {
		int capacity = Math.max(FIRST_CAPACITY, this.buffer.length);
		while (capacity < needed) {
			capacity *= 2;
		}
		// A record's header is smaller than what the service adds to a message, so what
		// fits the service's limit fits an array of that size.
		capacity = Math.max(needed, Math.min(capacity, this.largestCapacity));
		if (!this.memory.tryReserve(capacity - this.buffer.length, severity)) {
			return false;
		}
		try {
			this.buffer = Arrays.copyOf(this.buffer, capacity);
			return true;
		}
		catch (OutOfMemoryError ex) {
			// A heap that is full before the budget is: the same answer as a full budget.
			this.memory.release(capacity - this.buffer.length);
			return false;
		}
	}

	int count() {
		return this.count;
	}

	void forEach(int from, int to, Batch.EventVisitor visitor) {
		byte[] records = this.buffer;
		for (int index = 0, offset = 0; index < to; index++, offset = next(records, offset)) {
			if (index >= from) {
				visit(visitor, records, offset);
			}
		}
	}

	void forEachByTime(int from, int to, Batch.EventVisitor visitor) {
		byte[] records = this.buffer;
		int[] offsets = new int[this.count];
		for (int index = 0, offset = 0; index < this.count; index++, offset = next(records, offset)) {
			offsets[index] = offset;
		}
		IntStream.of(offsets)
			.boxed()
			.sorted(Comparator.comparingLong((offset) -> timestamp(records, offset)))
			.skip(from)
			.limit(to - from)
			.forEach((offset) -> visit(visitor, records, offset));
	}

	private static void visit(Batch.EventVisitor visitor, byte[] records, int offset) {
		visitor.event(timestamp(records, offset), records, offset + HEADER_BYTES, length(records, offset));
	}

	private static int next(byte[] records, int offset) {
		return offset + HEADER_BYTES + length(records, offset);
	}

	private static long timestamp(byte[] records, int offset) {
		return (long) LONG.get(records, offset);
	}

	private static int length(byte[] records, int offset) {
		return (int) INT.get(records, offset + Long.BYTES);
	}

	// The bytes stay readable: a call that was given up may still be reading them.
	void release() {
		this.memory.release(this.buffer.length);
	}

}
