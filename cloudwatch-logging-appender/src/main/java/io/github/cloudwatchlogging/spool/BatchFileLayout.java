package io.github.cloudwatchlogging.spool;

/**
 * Where what stands in a batch file. All numbers are little-endian. A record begins at a
 * multiple of four bytes: its mark and length in one word, its checksum, its time, its
 * message. A word of zero ends the records. The length is written last, so that whoever
 * reads the file after a crash finds whole records only.
 */
final class BatchFileLayout {

	static final long MAGIC = 0x4843_5441_424C_5743L;

	static final int VERSION = 1;

	static final int VERSION_OFFSET = 8;

	static final int STATE_OFFSET = 12;

	/**
	 * How many events, in the order in which they are sent, have ended: the number, and
	 * its complement in the upper half.
	 */
	static final int SETTLED_OFFSET = 16;

	/**
	 * How many events the batch had when it was sealed, in the same form.
	 */
	static final int SEALED_COUNT_OFFSET = 24;

	static final int HEADER_CHECKSUM_OFFSET = 32;

	static final int HEADER_LENGTH_OFFSET = 36;

	static final int HEADER_OFFSET = 40;

	/**
	 * The longest names that the service takes fit, all of them in characters of three
	 * bytes.
	 */
	static final int HEADER_BYTES = 4096;

	/**
	 * The state of a file that holds a batch. A file that holds none has zero there.
	 */
	static final int IN_USE = 0x4E45_504F;

	static final int FREE = 0;

	static final int CHECKSUM = 4;

	static final int TIMESTAMP = 8;

	/**
	 * Smaller, with the padding, than what the service adds to a message when it counts a
	 * batch's bytes: so a file of a batch's size and a header holds any batch, and the
	 * word that ends it.
	 */
	static final int RECORD_HEADER_BYTES = 16;

	/**
	 * Stands in the upper bits of a record's first word: no single flipped bit makes it
	 * the zero that ends the records.
	 */
	static final int MARK = 0xB500_0000;

	static final int LENGTH_MASK = 0x00FF_FFFF;

	private BatchFileLayout() {
	}

	static int fileBytes(int batchBytes) {
		return HEADER_BYTES + aligned(batchBytes);
	}

	static int aligned(int offset) {
		return (offset + 3) & ~3;
	}

	static long withComplement(int number) {
		return Integer.toUnsignedLong(number) | ((long) ~number << 32);
	}

	/**
	 * Returns the number, or -1 where its complement does not stand beside it.
	 */
	static int checked(long withComplement) {
		int number = (int) withComplement;
		return (number >= 0 && (int) (withComplement >>> 32) == ~number) ? number : -1;
	}

}
