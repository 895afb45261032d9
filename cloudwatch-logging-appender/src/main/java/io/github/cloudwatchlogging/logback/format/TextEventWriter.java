package io.github.cloudwatchlogging.logback.format;

import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * Writes events as text, without the line's end.
 */
final class TextEventWriter implements EventWriter {

	private final Utf8Buffer buffer = new Utf8Buffer();

	private final TextPart[] parts;

	/**
	 * Creates a writer.
	 * @param parts what an event's text is made of
	 */
	TextEventWriter(TextPart[] parts) {
		this.parts = parts;
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
