package io.github.cloudwatchlogging.logback.format;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Supplier;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.EncoderBase;
import org.jspecify.annotations.Nullable;

/**
 * An encoder that writes events into memory which it keeps. Thread-safe once it has its
 * writers.
 */
abstract class WritingEncoder extends EncoderBase<ILoggingEvent> implements EventEncoder {

	private static final byte[] NOTHING = {};

	// What an unusual event made grow further is left to the garbage collector.
	private static final int MOST_BYTES_KEPT = 64 * 1024;

	private volatile @Nullable StripedPool<EventWriter> writers;

	/**
	 * Sets what writes.
	 * @param factory makes a writer, or {@code null} if nothing is to be encoded
	 */
	final void setWriters(@Nullable Supplier<EventWriter> factory) {
		this.writers = (factory != null) ? new StripedPool<>(factory) : null;
	}

	@Override
	public void start() {
		if (this.writers != null) {
			super.start();
		}
	}

	@Override
	public final byte[] headerBytes() {
		return NOTHING;
	}

	@Override
	public final byte[] footerBytes() {
		return NOTHING;
	}

	@Override
	public final byte[] encode(ILoggingEvent event) {
		return Objects.requireNonNull(encode(event, (bytes, length) -> false));
	}

	@Override
	public final byte @Nullable [] encode(ILoggingEvent event, EncodedEvent target) {
		StripedPool<EventWriter> pool = Objects.requireNonNull(this.writers, "wrong settings");
		EventWriter writer = pool.take();
		writer.write(event);
		byte[] copy = (writer.size() > 0 && target.accept(writer.array(), writer.size())) ? null
				: Arrays.copyOf(writer.array(), writer.size());
		giveBack(pool, writer);
		return copy;
	}

	// A writer that threw is not used again.
	private static void giveBack(StripedPool<EventWriter> pool, EventWriter writer) {
		if (writer.capacity() <= MOST_BYTES_KEPT) {
			pool.giveBack(writer);
		}
	}

}
