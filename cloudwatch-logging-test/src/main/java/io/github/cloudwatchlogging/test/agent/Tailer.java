package io.github.cloudwatchlogging.test.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Reads one file from where it is told to, and keeps it open. A line without its end is
 * not read. The last event is held back, because the next line might belong to it.
 */
final class Tailer {

	/**
	 * The agent's own limit of 1 MiB without the 200 bytes that it adds itself.
	 */
	private static final int LONGEST_LINE = 1024 * 1024 - 200;

	private static final int HELD_SECONDS = 5;

	private final Path path;

	private final @Nullable Object fileKey;

	private final FileChannel channel;

	private final CollectEntry entry;

	private final Sink sink;

	private long readTo;

	private long knownSize;

	private @Nullable StringBuilder held;

	private long heldTo;

	private int heldSeconds;

	private boolean ended;

	private Tailer(Path path, long offset, CollectEntry entry, Sink sink) throws IOException {
		this.path = path;
		this.fileKey = fileKey(path);
		this.channel = FileChannel.open(path);
		this.entry = entry;
		this.sink = sink;
		this.readTo = offset;
		this.knownSize = offset;
	}

	static Tailer open(Path path, long offset, CollectEntry entry, Sink sink) {
		try {
			return new Tailer(path, offset, entry, sink);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static @Nullable Object fileKey(Path path) throws IOException {
		return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
	}

	/**
	 * Looks whether there is more to read.
	 */
	void poll() {
		try {
			if (!Files.exists(this.path) || !Objects.equals(this.fileKey, fileKey(this.path))) {
				finish();
				return;
			}
			long size = this.channel.size();
			if (size < this.knownSize) {
				this.readTo = 0;
			}
			this.knownSize = size;
			read();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Reads to the end of the file and hands everything on.
	 */
	void finish() throws IOException {
		read();
		publish();
		close();
	}

	private void read() throws IOException {
		long size = this.channel.size();
		if (size <= this.readTo) {
			return;
		}
		ByteBuffer buffer = ByteBuffer.allocate((int) (size - this.readTo));
		this.channel.read(buffer, this.readTo);
		byte[] bytes = buffer.array();
		int start = 0;
		for (int index = 0; index < buffer.position(); index++) {
			boolean atEnd = bytes[index] == '\n';
			if (atEnd || index - start + 1 == LONGEST_LINE) {
				line(new String(bytes, start, index - start + (atEnd ? 0 : 1), StandardCharsets.UTF_8),
						this.readTo + index + 1);
				start = index + 1;
			}
		}
		this.readTo += start;
	}

	private void line(String line, long end) {
		StringBuilder current = this.held;
		if (current != null && (line.isEmpty() || Character.isWhitespace(line.charAt(0)))) {
			current.append('\n').append(line);
		}
		else {
			publish();
			this.held = new StringBuilder(line);
			this.heldSeconds = 0;
		}
		this.heldTo = end;
	}

	/**
	 * A second has passed.
	 */
	void tick() {
		if (this.held != null && ++this.heldSeconds >= HELD_SECONDS) {
			publish();
		}
	}

	private void publish() {
		StringBuilder current = this.held;
		if (current == null) {
			return;
		}
		this.held = null;
		String message = current.toString();
		Instant time = (this.entry.timestampFormat() != null) ? this.entry.timestampFormat().find(message) : null;
		this.sink.sent(new SentLine(this.entry.group(), this.entry.streamOf(this.path),
				(time != null) ? time : this.sink.now().get(), message));
		this.sink.state().accept(this.heldTo);
	}

	boolean isEnded() {
		return this.ended;
	}

	/**
	 * Closes the file where it is: what is held is not handed on.
	 */
	void close() {
		this.ended = true;
		try {
			this.channel.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Where events go.
	 *
	 * @param lines takes an event
	 * @param state remembers how far the file's events have been handed on
	 * @param now the agent's time
	 */
	record Sink(Consumer<SentLine> lines, LongConsumer state, Supplier<Instant> now) {

		void sent(SentLine line) {
			this.lines.accept(line);
		}

	}

}
