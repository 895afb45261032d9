package io.github.cloudwatchlogging.logback.format;

import ch.qos.logback.classic.pattern.DateConverter;
import ch.qos.logback.classic.pattern.LevelConverter;
import ch.qos.logback.classic.pattern.LineSeparatorConverter;
import ch.qos.logback.classic.pattern.LoggerConverter;
import ch.qos.logback.classic.pattern.ThreadConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.pattern.Converter;
import ch.qos.logback.core.pattern.LiteralConverter;

/**
 * What one converter of a pattern adds to an event's text: the same as it would, but
 * where it would say the same once more it is not asked. Not thread-safe.
 */
interface TextPart {

	/**
	 * Appends what it has to say of an event.
	 */
	void write(ILoggingEvent event, Utf8Buffer target);

	/**
	 * Returns the part of a converter. One that extends another may look at anything, so
	 * only the very classes are known.
	 * @param converter the converter, which need not be started yet
	 */
	static TextPart of(Converter<ILoggingEvent> converter) {
		ConvertedText converted = new ConvertedText(converter);
		Class<?> type = converter.getClass();
		if (type == LiteralConverter.class || type == LineSeparatorConverter.class) {
			return new RepeatedText((event) -> converter, converted);
		}
		if (type == LevelConverter.class) {
			return new RepeatedText(ILoggingEvent::getLevel, converted);
		}
		if (type == LoggerConverter.class) {
			return new RepeatedText(ILoggingEvent::getLoggerName, converted);
		}
		if (type == ThreadConverter.class) {
			return new RepeatedText(ILoggingEvent::getThreadName, converted);
		}
		return (type == DateConverter.class) ? new DateText(converted) : converted;
	}

}
