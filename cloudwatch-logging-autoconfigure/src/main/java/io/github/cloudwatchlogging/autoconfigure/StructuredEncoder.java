package io.github.cloudwatchlogging.autoconfigure;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Context;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.EncoderBase;
import io.github.cloudwatchlogging.logback.format.JsonEventEncoder;

import org.springframework.boot.logging.logback.StructuredLogEncoder;

/**
 * Spring Boot's structured formats. They refuse events, such as one whose MDC has a name
 * that the format uses itself or that has the same name twice; those are encoded in our
 * own format, because an event in another form is better than none. Thread-safe.
 */
final class StructuredEncoder extends EncoderBase<ILoggingEvent> {

	private static final byte[] NOTHING = {};

	private final String format;

	private final StructuredLogEncoder structured = new StructuredLogEncoder();

	private final Encoder<ILoggingEvent> other = new JsonEventEncoder();

	private final AtomicBoolean told = new AtomicBoolean();

	StructuredEncoder(String format) {
		this.format = format;
		this.structured.setFormat(format);
		this.structured.setCharset(StandardCharsets.UTF_8);
	}

	@Override
	public void setContext(Context context) {
		super.setContext(context);
		this.structured.setContext(context);
	}

	@Override
	public void start() {
		this.structured.start();
		super.start();
	}

	@Override
	public void stop() {
		super.stop();
		this.structured.stop();
	}

	@Override
	public byte[] headerBytes() {
		return NOTHING;
	}

	@Override
	public byte[] encode(ILoggingEvent event) {
		try {
			return this.structured.encode(event);
		}
		catch (RuntimeException | StackOverflowError ex) {
			if (this.told.compareAndSet(false, true)) {
				addWarn("The format " + this.format + " refused an event of " + event.getLoggerName()
						+ ", which is sent as json, as others will be that it refuses. It says: " + ex);
			}
			return this.other.encode(event);
		}
	}

	@Override
	public byte[] footerBytes() {
		return NOTHING;
	}

}
