package io.github.cloudwatchlogging.spool;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import io.github.cloudwatchlogging.event.MessageBytes;

/**
 * A mapped file that holds one batch after the other. What is stored in it survives the
 * process as soon as it is stored. Stores are ordered so that a crash between any two of
 * them leaves a file that can be read. Guarded by the lock of the lane whose batch it
 * holds, but for {@link #force}.
 */
final class SpoolFile {

	private static final VarHandle INT = MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

	private final Path path;

	private final MappedByteBuffer buffer;

	SpoolFile(Path path, MappedByteBuffer buffer) {
		this.path = path;
		this.buffer = buffer;
		buffer.order(ByteOrder.LITTLE_ENDIAN);
	}

	Path path() {
		return this.path;
	}

	int size() {
		return this.buffer.capacity();
	}

	void begin(BatchFileHeader header) {
		byte[] encoded = header.encode();
		this.buffer.putLong(0, BatchFileLayout.MAGIC);
		this.buffer.putInt(BatchFileLayout.VERSION_OFFSET, BatchFileLayout.VERSION);
		this.buffer.putLong(BatchFileLayout.SETTLED_OFFSET, BatchFileLayout.withComplement(0));
		this.buffer.putLong(BatchFileLayout.SEALED_COUNT_OFFSET, 0);
		this.buffer.putInt(BatchFileLayout.HEADER_CHECKSUM_OFFSET, BatchFileHeader.checksum(encoded));
		this.buffer.putInt(BatchFileLayout.HEADER_LENGTH_OFFSET, encoded.length);
		this.buffer.put(BatchFileLayout.HEADER_OFFSET, encoded);
		this.buffer.putInt(BatchFileLayout.HEADER_BYTES, 0);
		INT.setRelease(this.buffer, BatchFileLayout.STATE_OFFSET, BatchFileLayout.IN_USE);
	}

	/**
	 * Writes one record.
	 * @return where the next one goes
	 */
	int append(int offset, int checksum, long timestamp, MessageBytes message) {
		int next = BatchFileLayout.aligned(offset + BatchFileLayout.RECORD_HEADER_BYTES + message.length());
		// The file may hold an older batch: the end comes before the record that moves
		// it.
		this.buffer.putInt(next, 0);
		this.buffer.putInt(offset + BatchFileLayout.CHECKSUM, checksum);
		this.buffer.putLong(offset + BatchFileLayout.TIMESTAMP, timestamp);
		this.buffer.put(offset + BatchFileLayout.RECORD_HEADER_BYTES, message.buffer(), 0, message.length());
		INT.setRelease(this.buffer, offset, BatchFileLayout.MARK | message.length());
		return next;
	}

	void seal(int count) {
		this.buffer.putLong(BatchFileLayout.SEALED_COUNT_OFFSET, BatchFileLayout.withComplement(count));
	}

	void settled(int count) {
		this.buffer.putLong(BatchFileLayout.SETTLED_OFFSET, BatchFileLayout.withComplement(count));
	}

	// Volatile: no store of the next batch may come before it.
	void free() {
		INT.setVolatile(this.buffer, BatchFileLayout.STATE_OFFSET, BatchFileLayout.FREE);
	}

	/**
	 * Gives the device its room back at once: a file that is deleted keeps it for as long
	 * as it is mapped. From now on the file must not be touched.
	 */
	void truncate() throws IOException {
		FileChannel.open(this.path, StandardOpenOption.WRITE).truncate(0).close();
	}

	/**
	 * Copies what stands at an offset.
	 */
	void read(int offset, int length, byte[] target) {
		this.buffer.get(offset, target, 0, length);
	}

	/**
	 * Writes a part of the file to the device. Thread-safe.
	 */
	void force(int from, int to) {
		this.buffer.force(from, to - from);
	}

}
