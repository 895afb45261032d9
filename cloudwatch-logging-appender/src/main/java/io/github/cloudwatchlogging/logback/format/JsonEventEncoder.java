package io.github.cloudwatchlogging.logback.format;

import java.util.Objects;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.EncoderBase;
import io.github.cloudwatchlogging.json.JsonWriter;
import io.github.cloudwatchlogging.logback.options.JsonOptions;
import io.github.cloudwatchlogging.mask.Masking;
import io.github.cloudwatchlogging.settings.InvalidSettingException;
import io.github.cloudwatchlogging.settings.JsonSettings;
import org.jspecify.annotations.Nullable;

/**
 * Encodes an event as one JSON object on one line, made for CloudWatch Logs Insights.
 * Thread-safe once its settings are made.
 */
public final class JsonEventEncoder extends EncoderBase<ILoggingEvent> implements EventEncoder {

	private static final byte[] NOTHING = {};

	// What an unusual event made grow further is left to the garbage collector.
	private static final int MOST_BYTES_KEPT = 64 * 1024;

	private volatile @Nullable StripedPool<EventWriter> writers;

	/**
	 * Creates an encoder with the default settings.
	 */
	public JsonEventEncoder() {
		this(JsonSettings.DEFAULT);
	}

	/**
	 * Creates an encoder.
	 * @param settings what the JSON is made of
	 */
	public JsonEventEncoder(JsonSettings settings) {
		this.writers = writers(settings);
	}

	private static StripedPool<EventWriter> writers(JsonSettings settings) {
		Masking masking = Masking.of(settings.mask());
		EventIds ids = settings.eventId() ? new EventIds(System::currentTimeMillis) : null;
		return new StripedPool<>(() -> new EventWriter(settings, masking, ids));
	}

	/**
	 * Sets what the JSON is made of: {@code <json>}.
	 * @param json the value
	 */
	public void setJson(JsonOptions json) {
		try {
			this.writers = writers(json.toSettings());
		}
		catch (InvalidSettingException ex) {
			// Nothing is encoded rather than something unmasked.
			this.writers = null;
			addError("Cannot encode: " + ex.getMessage(), ex);
		}
	}

	@Override
	public void start() {
		if (this.writers != null) {
			super.start();
		}
	}

	@Override
	public byte[] headerBytes() {
		return NOTHING;
	}

	@Override
	public byte[] footerBytes() {
		return NOTHING;
	}

	@Override
	public byte[] encode(ILoggingEvent event) {
		StripedPool<EventWriter> pool = Objects.requireNonNull(this.writers, "wrong settings");
		EventWriter writer = pool.take();
		byte[] bytes = writer.write(event).toByteArray();
		giveBack(pool, writer);
		return bytes;
	}

	@Override
	public byte @Nullable [] encode(ILoggingEvent event, EncodedEvent target) {
		StripedPool<EventWriter> pool = Objects.requireNonNull(this.writers, "wrong settings");
		EventWriter writer = pool.take();
		JsonWriter json = writer.write(event);
		byte[] copy = target.accept(json.array(), json.size()) ? null : json.toByteArray();
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
