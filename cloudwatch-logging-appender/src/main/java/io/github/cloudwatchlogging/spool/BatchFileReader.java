package io.github.cloudwatchlogging.spool;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;

import io.github.cloudwatchlogging.batch.EventVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Reads batch files, whatever has become of them: never throws for their contents, and
 * never takes for an event what was not written as one. Thread-safe.
 */
final class BatchFileReader {

	/**
	 * No batch file is larger: what is, is none of ours.
	 */
	static final int MOST_BYTES = 4 * 1024 * 1024;

	private static final EventVisitor NOBODY = (timestamp, buffer, offset, length) -> {
	};

	private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

	private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

	private BatchFileReader() {
	}

	/**
	 * Returns the bytes of a file.
	 * @throws IOException if it cannot be read, is a symbolic link or too large
	 */
	static byte[] load(Path path) throws IOException {
		try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
			byte[] content = in.readNBytes(MOST_BYTES + 1);
			if (content.length > MOST_BYTES) {
				throw new IOException("Larger than any batch file");
			}
			return content;
		}
	}

	/**
	 * Returns what a file holds.
	 * @param content its bytes
	 */
	static BatchFile examine(byte[] content) {
		if (content.length < BatchFileLayout.HEADER_BYTES) {
			return new BatchFile.Unusable("its header is cut off");
		}
		if (isFree(content)) {
			return new BatchFile.Free();
		}
		BatchFileHeader header = header(content);
		if (header == null) {
			return new BatchFile.Unusable("it does not begin with a header that this version knows");
		}
		return examineRecords(content, header);
	}

	private static boolean isFree(byte[] content) {
		int state = intAt(content, BatchFileLayout.STATE_OFFSET);
		long magic = longAt(content, 0);
		return state == BatchFileLayout.FREE
				&& (magic == BatchFileLayout.MAGIC || Arrays.equals(content, new byte[content.length]));
	}

	private static BatchFile examineRecords(byte[] content, BatchFileHeader header) {
		RecordScanner.Found scan = new RecordScanner(content, header).scan(NOBODY);
		if (scan.count() == 0 && !scan.damaged()) {
			return new BatchFile.Free();
		}
		if (scan.count() == 0) {
			return new BatchFile.Unusable("none of its events is whole");
		}
		int settled = BatchFileLayout.checked(longAt(content, BatchFileLayout.SETTLED_OFFSET));
		if (scan.damaged() || settled < 0 || settled > scan.count()) {
			// Which of the events had ended cannot be said: better twice than never.
			return new BatchFile.Usable(header, scan.count(), 0, "some of its events are not whole");
		}
		return (settled == scan.count()) ? new BatchFile.Free()
				: new BatchFile.Usable(header, scan.count(), settled, null);
	}

	private static @Nullable BatchFileHeader header(byte[] content) {
		int length = intAt(content, BatchFileLayout.HEADER_LENGTH_OFFSET);
		if (longAt(content, 0) != BatchFileLayout.MAGIC
				|| intAt(content, BatchFileLayout.VERSION_OFFSET) != BatchFileLayout.VERSION
				|| intAt(content, BatchFileLayout.STATE_OFFSET) != BatchFileLayout.IN_USE || length < 0
				|| length > BatchFileLayout.HEADER_BYTES - BatchFileLayout.HEADER_OFFSET) {
			return null;
		}
		byte[] encoded = Arrays.copyOfRange(content, BatchFileLayout.HEADER_OFFSET,
				BatchFileLayout.HEADER_OFFSET + length);
		boolean whole = BatchFileHeader.checksum(encoded) == intAt(content, BatchFileLayout.HEADER_CHECKSUM_OFFSET);
		return whole ? BatchFileHeader.decode(encoded) : null;
	}

	static int intAt(byte[] content, int offset) {
		return (int) INT.get(content, offset);
	}

	static long longAt(byte[] content, int offset) {
		return (long) LONG.get(content, offset);
	}

}
