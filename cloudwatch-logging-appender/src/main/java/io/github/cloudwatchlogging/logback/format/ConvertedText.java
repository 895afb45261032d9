package io.github.cloudwatchlogging.logback.format;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.pattern.Converter;
import ch.qos.logback.core.pattern.FormattingConverter;

/**
 * What a converter says of each event anew.
 */
final class ConvertedText implements TextPart {

	private final Converter<ILoggingEvent> converter;

	ConvertedText(Converter<ILoggingEvent> converter) {
		this.converter = converter;
	}

	@Override
	public void write(ILoggingEvent event, Utf8Buffer target) {
		target.put(of(event));
	}

	String of(ILoggingEvent event) {
		if (this.converter instanceof FormattingConverter<ILoggingEvent> padding
				&& padding.getFormattingInfo() == null) {
			return String.valueOf(padding.convert(event));
		}
		StringBuilder text = new StringBuilder();
		this.converter.write(text, event);
		return text.toString();
	}

}
