package io.github.cloudwatchlogging.spool;

import java.util.zip.CRC32C;

import io.github.cloudwatchlogging.event.MessageBytes;

/**
 * The checksum of a record: CRC-32C of its message, mixed with what stands beside it and
 * with the number that only its batch has. A record of an earlier batch in the same file,
 * or of another file, is therefore never taken for one of this batch. Not thread-safe.
 */
final class Checksum {

	private final CRC32C crc = new CRC32C();

	private final long batchNumber;

	Checksum(long batchNumber) {
		this.batchNumber = batchNumber;
	}

	int of(long timestamp, MessageBytes message) {
		return of(timestamp, message.crc32c(), message.length());
	}

	int of(long timestamp, byte[] buffer, int offset, int length) {
		this.crc.reset();
		this.crc.update(buffer, offset, length);
		return of(timestamp, (int) this.crc.getValue(), length);
	}

	private int of(long timestamp, int crc32c, int length) {
		return crc32c ^ (int) (mix(mix(this.batchNumber + length) + timestamp) >>> 32);
	}

	/**
	 * Spreads each bit of a number over all bits (the finalizer of SplitMix64).
	 */
	static long mix(long number) {
		long mixed = number;
		mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
		mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
		return mixed ^ (mixed >>> 31);
	}

}
