package io.github.cloudwatchlogging.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;

import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.event.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * Lost events on their way from the threads that lose them to the one that prints them,
 * bounded in bytes. Thread-safe; the lock is held for the copy of one event.
 */
final class LostLines {

	private static final int LINE_OVERHEAD_BYTES = 128;

	private final int maxBytes;

	private final int maxLineBytes;

	private final Queue<LostLine> lines = new ArrayDeque<>();

	private int bytes;

	private long refused;

	private boolean closed;

	LostLines(int maxBytes, int maxLineBytes) {
		this.maxBytes = maxBytes;
		this.maxLineBytes = maxLineBytes;
	}

	synchronized void add(Enum<?> cause, @Nullable Destination destination, long timestamp, byte[] buffer, int offset,
			int length) {
		if (this.closed) {
			return;
		}
		int kept = (length <= this.maxLineBytes) ? length
				: Utf8.floorToCodePoint(buffer, offset + this.maxLineBytes) - offset;
		if (this.bytes + kept + LINE_OVERHEAD_BYTES > this.maxBytes) {
			this.refused++;
			return;
		}
		this.bytes += kept + LINE_OVERHEAD_BYTES;
		String text = new String(buffer, offset, kept, StandardCharsets.UTF_8);
		this.lines.add(new LostLine(cause, destination, timestamp, text, kept, length - kept));
	}

	synchronized @Nullable LostLine poll() {
		LostLine line = this.lines.poll();
		if (line != null) {
			this.bytes -= line.textBytes() + LINE_OVERHEAD_BYTES;
		}
		return line;
	}

	synchronized boolean isEmpty() {
		return this.lines.isEmpty();
	}

	/**
	 * Returns how many events found no room so far.
	 */
	synchronized long refused() {
		return this.refused;
	}

	/**
	 * Ends the way: what is still on it counts as refused, what comes later does not
	 * count.
	 */
	synchronized void close() {
		this.closed = true;
		this.refused += this.lines.size();
		this.lines.clear();
	}

	/**
	 * A lost event.
	 */
	record LostLine(Enum<?> cause, @Nullable Destination destination, long timestamp, String text, int textBytes,
			int bytesCut) {

		@Override
		public String toString() {
			return this.cause + " " + Instant.ofEpochMilli(this.timestamp)
					+ ((this.destination != null) ? " " + this.destination : "") + ": " + this.text
					+ ((this.bytesCut > 0) ? "... [" + this.bytesCut + " more bytes]" : "");
		}

	}

}
