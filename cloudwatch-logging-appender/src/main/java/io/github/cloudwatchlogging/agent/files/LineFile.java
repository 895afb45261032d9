package io.github.cloudwatchlogging.agent.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * A file with whole lines, which this process alone writes, from its creation on. Guarded
 * by its owner.
 */
final class LineFile {

	private final Path path;

	private final WritableByteChannel channel;

	private long size;

	private boolean torn;

	LineFile(Path path, WritableByteChannel channel) {
		this.path = path;
		this.channel = channel;
	}

	Path path() {
		return this.path;
	}

	long size() {
		return this.size;
	}

	/**
	 * Returns whether lines can be appended: it is where it was, and ends with a line's
	 * end.
	 */
	boolean isWritable() {
		return !this.torn && this.channel.isOpen() && Files.exists(this.path);
	}

	/**
	 * Appends lines.
	 * @return how many of their bytes were written before anything failed
	 */
	Appended append(ByteBuffer lines) {
		long before = this.size;
		int length = lines.remaining();
		try {
			while (lines.hasRemaining()) {
				this.channel.write(lines);
			}
			this.size += length;
			return new Appended(length, null);
		}
		catch (IOException ex) {
			this.size = sizeOnDisk(before + length - lines.remaining());
			return new Appended(this.size - before, ex);
		}
	}

	// An interrupted write closes the channel and does not say how much was written.
	private long sizeOnDisk(long otherwise) {
		try {
			return Files.size(this.path);
		}
		catch (IOException ex) {
			return otherwise;
		}
	}

	/**
	 * Its last line has no end: nothing may follow.
	 */
	void abandon() {
		this.torn = true;
	}

	void close() {
		try {
			this.channel.close();
		}
		catch (IOException ex) {
			// Whatever was written was written before.
			this.torn = true;
		}
	}

	/**
	 * What became of an append.
	 *
	 * @param bytes how many bytes were written
	 * @param failure what kept the others from being written, or {@code null}
	 */
	record Appended(long bytes, @Nullable IOException failure) {
	}

}
