package io.github.cloudwatchlogging.logback.format;

import java.util.ArrayList;
import java.util.List;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.pattern.Converter;
import org.jspecify.annotations.Nullable;

/**
 * Writes events as text, without the line's end.
 */
final class TextEventWriter implements EventWriter {

	private final Utf8Buffer buffer = new Utf8Buffer();

	private final TextPart[] parts;

	/**
	 * Creates a writer.
	 * @param head the first of the pattern's converters, which are started
	 */
	TextEventWriter(Converter<ILoggingEvent> head) {
		List<TextPart> parts = new ArrayList<>();
		for (@Nullable
		Converter<ILoggingEvent> converter = head; converter != null; converter = converter.getNext()) {
			parts.add(TextPart.of(converter));
		}
		this.parts = parts.toArray(new TextPart[0]);
	}

	@Override
	public void write(ILoggingEvent event) {
		this.buffer.clear();
		for (TextPart part : this.parts) {
			part.write(event, this.buffer);
		}
		this.buffer.cutLineEnd();
	}

	@Override
	public byte[] array() {
		return this.buffer.array();
	}

	@Override
	public int size() {
		return this.buffer.size();
	}

	@Override
	public int capacity() {
		return this.buffer.capacity();
	}

}
