package io.github.cloudwatchlogging.spool;

import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;

import io.github.cloudwatchlogging.batch.EventRecords;
import io.github.cloudwatchlogging.batch.EventVisitor;
import io.github.cloudwatchlogging.batch.UnreadableBatchException;
import io.github.cloudwatchlogging.event.MessageBytes;
import io.github.cloudwatchlogging.event.Severity;

/**
 * The records of one batch in a mapped file.
 */
final class FileRecords implements EventRecords {

	private static final VarHandle END = end();

	private final SpoolFile file;

	private final SpoolFiles files;

	private final Checksum checksum;

	private final ForcedBytes forced;

	/**
	 * Read without the lock by who waits for the device; a volatile store would cost
	 * every log call a fence.
	 */
	private int end = BatchFileLayout.HEADER_BYTES;

	private int count;

	private static VarHandle end() {
		try {
			return MethodHandles.lookup().findVarHandle(FileRecords.class, "end", int.class);
		}
		catch (ReflectiveOperationException ex) {
			throw new ExceptionInInitializerError(ex);
		}
	}

	FileRecords(SpoolFile file, BatchFileHeader header, SpoolFiles files) {
		this.file = file;
		this.files = files;
		this.checksum = new Checksum(header.batchNumber());
		this.forced = new ForcedBytes(file);
		file.begin(header);
	}

	@Override
	public Appending append(long timestamp, MessageBytes message, Severity severity) {
		try {
			int sum = this.checksum.of(timestamp, message);
			END.setRelease(this, this.file.append(this.end, sum, timestamp, message));
		}
		catch (InternalError ex) {
			// How the JVM tells that the device refused a page of a mapped file.
			this.files.failed(ex);
			return Appending.BROKEN;
		}
		this.count++;
		return Appending.APPENDED;
	}

	@Override
	public void forEach(EventVisitor visitor) {
		List<byte[]> copies = new ArrayList<>();
		int offset = BatchFileLayout.HEADER_BYTES;
		while (offset < this.end) {
			byte[] copy = this.files.copies().take(recordBytes(offset));
			copies.add(copy);
			int copied = Math.min(copy.length, this.end - offset);
			read(offset, copied, copy);
			offset += RecordScanner.showWhole(copy, copied, visitor);
		}
		copies.forEach(this.files.copies()::keep);
	}

	private int recordBytes(int offset) {
		byte[] header = new byte[BatchFileLayout.RECORD_HEADER_BYTES];
		read(offset, header.length, header);
		int bytes = RecordScanner.recordBytes(header, 0);
		if (bytes > this.end - offset) {
			throw new UnreadableBatchException(this.file.path() + " has changed", null);
		}
		return bytes;
	}

	private void read(int offset, int length, byte[] target) {
		try {
			this.file.read(offset, length, target);
		}
		catch (InternalError ex) {
			throw new UnreadableBatchException(this.file.path().toString(), ex);
		}
	}

	@Override
	public void seal() {
		this.file.seal(this.count);
	}

	@Override
	public void sync() {
		if (this.files.isSyncedAlways()) {
			force();
		}
	}

	/**
	 * Writes to the device what is not there yet.
	 */
	void force() {
		try {
			this.forced.await(acquireEnd(), this::acquireEnd);
		}
		catch (UncheckedIOException ex) {
			// The event stays in the file, which may yet reach the device.
			this.files.failed(ex);
		}
	}

	private int acquireEnd() {
		return (int) END.getAcquire(this);
	}

	@Override
	public void settled(int settledCount) {
		this.file.settled(settledCount);
	}

	@Override
	public void release() {
		this.file.free();
		this.files.giveBack(this, this.file);
	}

	@Override
	public boolean leave() {
		return true;
	}

}
