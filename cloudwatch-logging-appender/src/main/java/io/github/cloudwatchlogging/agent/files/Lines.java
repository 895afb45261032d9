package io.github.cloudwatchlogging.agent.files;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;

import io.github.cloudwatchlogging.batch.BatchSlice;

/**
 * Events as they stand in files: one line each, in the order in which they are sent.
 */
final class Lines {

	private final long[] timestamps;

	private final int[] ends;

	private byte[] bytes = new byte[8 * 1024];

	private int count;

	private int size;

	private Lines(int count) {
		this.timestamps = new long[count];
		this.ends = new int[count];
	}

	/**
	 * Returns the lines of events. Reads all of them before anything is written, so that
	 * a batch that cannot be read back is not written in part.
	 */
	static Lines of(BatchSlice slice) {
		Lines lines = new Lines(slice.count());
		slice.forEach(lines::add);
		return lines;
	}

	private void add(long timestamp, byte[] buffer, int offset, int length) {
		if (this.size + length + 1 > this.bytes.length) {
			this.bytes = Arrays.copyOf(this.bytes, Math.max(this.bytes.length * 2, this.size + length + 1));
		}
		for (int index = offset; index < offset + length; index++) {
			// Between the tokens of JSON a blank means what an end of line does, and
			// within them there is none.
			byte value = buffer[index];
			this.bytes[this.size++] = (value == '\n' || value == '\r') ? (byte) ' ' : value;
		}
		this.bytes[this.size++] = '\n';
		this.timestamps[this.count] = timestamp;
		this.ends[this.count++] = this.size;
	}

	int count() {
		return this.count;
	}

	Period period(int line, Duration roll) {
		return Period.of(this.timestamps[line], roll);
	}

	private int start(int line) {
		return (line == 0) ? 0 : this.ends[line - 1];
	}

	int length(int from, int to) {
		return start(to) - start(from);
	}

	ByteBuffer bytes(int from, int to) {
		return ByteBuffer.wrap(this.bytes, start(from), length(from, to)).asReadOnlyBuffer();
	}

	/**
	 * Returns the line behind the last that belongs to the same file as the first: of the
	 * same period, and within the room that is left; at least one line.
	 */
	int endOfRun(int from, Duration roll, long room) {
		Period period = period(from, roll);
		int end = from + 1;
		while (end < this.count && length(from, end + 1) <= room && period(end, roll).equals(period)) {
			end++;
		}
		return end;
	}

	/**
	 * Returns how many whole lines some bytes are.
	 */
	int wholeLines(int from, long length) {
		int whole = 0;
		while (from + whole < this.count && length(from, from + whole + 1) <= length) {
			whole++;
		}
		return whole;
	}

}
