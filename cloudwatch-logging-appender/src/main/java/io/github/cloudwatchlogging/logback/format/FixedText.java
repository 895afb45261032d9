package io.github.cloudwatchlogging.logback.format;

import java.nio.charset.StandardCharsets;

import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * What is the same for each event.
 */
final class FixedText implements TextPart {

	private final byte[] text;

	FixedText(String text) {
		this.text = text.getBytes(StandardCharsets.UTF_8);
	}

	@Override
	public void write(ILoggingEvent event, Utf8Buffer target) {
		target.put(this.text);
	}

}
