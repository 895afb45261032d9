package io.github.cloudwatchlogging.batch;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

import io.github.cloudwatchlogging.event.MessageBytes;
import io.github.cloudwatchlogging.event.Severity;

/**
 * Encoded events one behind the other in one array: eight bytes of time, four of length,
 * the message. The array doubles when it is full, so a quiet lane holds a few KiB and a
 * busy one a batch, if it can that of a batch that was delivered.
 */
final class HeapRecords implements EventRecords {

	static final int HEADER_BYTES = Long.BYTES + Integer.BYTES;

	private static final int FIRST_CAPACITY = 8 * 1024;

	/**
	 * Who needs more than this is busy, and will fill a batch.
	 */
	private static final int QUIET_CAPACITY = 64 * 1024;

	/**
	 * What a full batch of more than a few events does not need of the service's bound,
	 * since a record's header is smaller than what the service adds to a message. Less by
	 * that, the array of a megabyte fits into one of a collector's regions, and does not
	 * take two.
	 */
	private static final int LEAST_SAVED = 64;

	private static final byte[] EMPTY = {};

	private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

	private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

	private final ByteBudget memory;

	private final int largestCapacity;

	private final IdleArrays idleArrays;

	private byte[] buffer = EMPTY;

	private int size;

	private int count;

	HeapRecords(ByteBudget memory, int batchBytes, IdleArrays idleArrays) {
		this.memory = memory;
		this.largestCapacity = batchBytes - LEAST_SAVED;
		this.idleArrays = idleArrays;
	}

	@Override
	public Appending append(long timestamp, MessageBytes message, Severity severity) {
		int end = this.size + HEADER_BYTES + message.length();
		if (end > this.buffer.length && !grow(end, severity)) {
			return Appending.NO_ROOM;
		}
		LONG.set(this.buffer, this.size, timestamp);
		INT.set(this.buffer, this.size + Long.BYTES, message.length());
		message.copyTo(this.buffer, this.size + HEADER_BYTES);
		this.size = end;
		this.count++;
		return Appending.APPENDED;
	}

	private boolean grow(int needed, Severity severity) {
		if (needed > QUIET_CAPACITY && needed <= this.largestCapacity && takeIdle(severity)) {
			return true;
		}
		int capacity = Math.max(FIRST_CAPACITY, this.buffer.length);
		while (capacity < needed) {
			capacity *= 2;
		}
		// A batch of a few large events needs more, and gets what it needs.
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

	private boolean takeIdle(Severity severity) {
		byte[] idle = this.idleArrays.take();
		if (idle == null) {
			return false;
		}
		if (!this.memory.tryReserve(idle.length - this.buffer.length, severity)) {
			this.idleArrays.keep(idle);
			return false;
		}
		System.arraycopy(this.buffer, 0, idle, 0, this.size);
		this.buffer = idle;
		return true;
	}

	@Override
	public void forEach(EventVisitor visitor) {
		byte[] records = this.buffer;
		int offset = 0;
		for (int index = 0; index < this.count; index++) {
			int length = (int) INT.get(records, offset + Long.BYTES);
			visitor.event((long) LONG.get(records, offset), records, offset + HEADER_BYTES, length);
			offset += HEADER_BYTES + length;
		}
	}

	// The bytes stay readable where the engine stops and gives up a call that may still
	// be
	// reading them: no batch is opened after that.
	@Override
	public void release() {
		this.memory.release(this.buffer.length);
		if (this.buffer.length == this.largestCapacity) {
			this.idleArrays.keep(this.buffer);
		}
	}

}
