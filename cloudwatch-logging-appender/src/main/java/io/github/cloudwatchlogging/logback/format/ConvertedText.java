package io.github.cloudwatchlogging.logback.format;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.pattern.Converter;
import ch.qos.logback.core.pattern.FormattingConverter;

/**
 * What a converter says of each event anew, and what stands behind it in the pattern.
 *
 * @param converter the converter
 * @param behind a literal, which may be empty
 */
record ConvertedText(Converter<ILoggingEvent> converter, String behind) implements TextPart {

	@Override
	public void write(ILoggingEvent event, Utf8Buffer target) {
		target.put(of(event));
	}

	String of(ILoggingEvent event) {
		if (this.behind.isEmpty() && this.converter instanceof FormattingConverter<ILoggingEvent> plain
				&& plain.getFormattingInfo() == null) {
			return String.valueOf(plain.convert(event));
		}
		StringBuilder text = new StringBuilder();
		this.converter.write(text, event);
		return text.append(this.behind).toString();
	}

}
