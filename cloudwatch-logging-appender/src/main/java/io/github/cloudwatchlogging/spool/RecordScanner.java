package io.github.cloudwatchlogging.spool;

import io.github.cloudwatchlogging.batch.EventVisitor;

/**
 * Goes once through the records of a file that may be damaged, and past the damage where
 * whole records follow it. Not thread-safe.
 */
final class RecordScanner {

	/**
	 * How many bytes to look through for whole records behind damaged ones. A file made
	 * to look full of records would else cost the square of its size.
	 */
	private static final long MOST_BYTES_OF_SEARCH = 64 * 1024 * 1024;

	private final byte[] content;

	private final Checksum checksum;

	private final int sealedCount;

	private long searchedBytes;

	RecordScanner(byte[] content, BatchFileHeader header) {
		this.content = content;
		this.checksum = new Checksum(header.batchNumber());
		this.sealedCount = BatchFileLayout
			.checked(BatchFileReader.longAt(content, BatchFileLayout.SEALED_COUNT_OFFSET));
	}

	/**
	 * Shows the whole records in the order in which they were written.
	 */
	Found scan(EventVisitor visitor) {
		int offset = BatchFileLayout.HEADER_BYTES;
		int count = 0;
		boolean damaged = false;
		while (count != this.sealedCount && offset >= 0 && !isEnd(offset)) {
			if (isWhole(offset)) {
				offset = show(this.content, offset, visitor);
				count++;
			}
			else {
				damaged = true;
				offset = nextWhole(offset + Integer.BYTES);
			}
		}
		return new Found(count, damaged || count < this.sealedCount);
	}

	private boolean isEnd(int offset) {
		return offset + Integer.BYTES > this.content.length
				|| (this.sealedCount < 0 && BatchFileReader.intAt(this.content, offset) == 0);
	}

	private int nextWhole(int from) {
		for (int offset = from; offset + BatchFileLayout.RECORD_HEADER_BYTES <= this.content.length
				&& this.searchedBytes < MOST_BYTES_OF_SEARCH; offset += Integer.BYTES) {
			if (hasMark(offset)) {
				this.searchedBytes += length(this.content, offset);
				if (isWhole(offset)) {
					return offset;
				}
			}
		}
		return -1;
	}

	private boolean isWhole(int offset) {
		int message = offset + BatchFileLayout.RECORD_HEADER_BYTES;
		if (message > this.content.length || !hasMark(offset)) {
			return false;
		}
		int length = length(this.content, offset);
		return length > 0 && length <= this.content.length - message
				&& this.checksum.of(timestamp(this.content, offset), this.content, message, length) == BatchFileReader
					.intAt(this.content, offset + BatchFileLayout.CHECKSUM);
	}

	private boolean hasMark(int offset) {
		return (BatchFileReader.intAt(this.content, offset) & ~BatchFileLayout.LENGTH_MASK) == BatchFileLayout.MARK;
	}

	/**
	 * Shows the record at an offset, which is whole.
	 * @return where the next one is
	 */
	static int show(byte[] content, int offset, EventVisitor visitor) {
		int length = length(content, offset);
		int message = offset + BatchFileLayout.RECORD_HEADER_BYTES;
		visitor.event(timestamp(content, offset), content, message, length);
		return offset + recordBytes(content, offset);
	}

	/**
	 * Shows the records at the beginning of a content that are in it as a whole.
	 * @param end where the content ends
	 * @return where the next one would be
	 */
	static int showWhole(byte[] content, int end, EventVisitor visitor) {
		int offset = 0;
		while (offset + BatchFileLayout.RECORD_HEADER_BYTES <= end && recordBytes(content, offset) <= end - offset) {
			offset = show(content, offset, visitor);
		}
		return offset;
	}

	/**
	 * Returns the length of the record at an offset, with its header and what aligns the
	 * next one.
	 */
	static int recordBytes(byte[] content, int offset) {
		return BatchFileLayout.aligned(BatchFileLayout.RECORD_HEADER_BYTES + length(content, offset));
	}

	private static int length(byte[] content, int offset) {
		return BatchFileReader.intAt(content, offset) & BatchFileLayout.LENGTH_MASK;
	}

	private static long timestamp(byte[] content, int offset) {
		return BatchFileReader.longAt(content, offset + BatchFileLayout.TIMESTAMP);
	}

	/**
	 * What a scan came upon.
	 *
	 * @param count how many whole records
	 * @param damaged whether there was anything else
	 */
	record Found(int count, boolean damaged) {
	}

}
