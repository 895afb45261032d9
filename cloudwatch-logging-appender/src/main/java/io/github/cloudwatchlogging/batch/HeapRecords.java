package io.github.cloudwatchlogging.batch;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

import io.github.cloudwatchlogging.event.MessageBytes;
import io.github.cloudwatchlogging.event.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Encoded events one behind the other: eight bytes of time, four of length, the message.
 * The first array doubles when it is full, so a quiet lane holds a few KiB; a busy one
 * fills one array of {@link IdleArrays} after the other. An event stands in one of them
 * as a whole.
 */
final class HeapRecords implements EventRecords {

	static final int HEADER_BYTES = Long.BYTES + Integer.BYTES;

	private static final int FIRST_CAPACITY = 8 * 1024;

	private static final byte[] EMPTY = {};

	private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

	private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

	private final ByteBudget memory;

	private final IdleArrays idleArrays;

	private final List<Chunk> full = new ArrayList<>();

	private byte[] buffer = EMPTY;

	private int size;

	private int reserved;

	HeapRecords(ByteBudget memory, IdleArrays idleArrays) {
		this.memory = memory;
		this.idleArrays = idleArrays;
	}

	@Override
	public Appending append(long timestamp, MessageBytes message, Severity severity) {
		int needed = HEADER_BYTES + message.length();
		if (needed > this.buffer.length - this.size && !makeRoom(needed, severity)) {
			return Appending.NO_ROOM;
		}
		LONG.set(this.buffer, this.size, timestamp);
		INT.set(this.buffer, this.size + Long.BYTES, message.length());
		message.copyTo(this.buffer, this.size + HEADER_BYTES);
		this.size += needed;
		return Appending.APPENDED;
	}

	private boolean makeRoom(int needed, Severity severity) {
		if (this.full.isEmpty() && this.size + needed <= IdleArrays.ARRAY_BYTES) {
			return grow(this.size + needed, severity);
		}
		byte[] next = allocate(Math.max(needed, IdleArrays.ARRAY_BYTES), 0, severity);
		if (next == null) {
			return false;
		}
		if (this.size > 0) {
			this.full.add(new Chunk(this.buffer, this.size));
		}
		this.buffer = next;
		this.size = 0;
		return true;
	}

	private boolean grow(int needed, Severity severity) {
		int capacity = Math.max(FIRST_CAPACITY, this.buffer.length);
		while (capacity < needed) {
			capacity *= 2;
		}
		byte[] larger = allocate(capacity, this.buffer.length, severity);
		if (larger == null) {
			return false;
		}
		System.arraycopy(this.buffer, 0, larger, 0, this.size);
		this.buffer = larger;
		return true;
	}

	/**
	 * Returns an array, maybe in place of a smaller one, or {@code null} if there is no
	 * room for it.
	 */
	private byte @Nullable [] allocate(int capacity, int replaced, Severity severity) {
		int more = capacity - replaced;
		if (!this.memory.tryReserve(more, severity)) {
			return null;
		}
		try {
			byte[] array = (capacity == IdleArrays.ARRAY_BYTES) ? this.idleArrays.take() : new byte[capacity];
			this.reserved += more;
			return array;
		}
		catch (OutOfMemoryError ex) {
			// A heap that is full before the budget is: the same answer as a full budget.
			this.memory.release(more);
			return null;
		}
	}

	@Override
	public void forEach(EventVisitor visitor) {
		for (Chunk chunk : this.full) {
			show(chunk.array(), chunk.size(), visitor);
		}
		show(this.buffer, this.size, visitor);
	}

	private static void show(byte[] records, int end, EventVisitor visitor) {
		int offset = 0;
		while (offset < end) {
			int length = (int) INT.get(records, offset + Long.BYTES);
			visitor.event((long) LONG.get(records, offset), records, offset + HEADER_BYTES, length);
			offset += HEADER_BYTES + length;
		}
	}

	// The bytes stay readable where the engine stops and gives up a call that may still
	// read them: no batch is opened after that.
	@Override
	public void release() {
		this.full.forEach((chunk) -> this.idleArrays.keep(chunk.array()));
		this.idleArrays.keep(this.buffer);
		this.memory.release(this.reserved);
	}

}
