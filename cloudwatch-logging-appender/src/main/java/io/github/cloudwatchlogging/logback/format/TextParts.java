package io.github.cloudwatchlogging.logback.format;

import java.util.ArrayList;
import java.util.List;

import ch.qos.logback.classic.pattern.DateConverter;
import ch.qos.logback.classic.pattern.LevelConverter;
import ch.qos.logback.classic.pattern.LineSeparatorConverter;
import ch.qos.logback.classic.pattern.LoggerConverter;
import ch.qos.logback.classic.pattern.ThreadConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.CoreConstants;
import ch.qos.logback.core.pattern.Converter;
import ch.qos.logback.core.pattern.LiteralConverter;
import org.jspecify.annotations.Nullable;

/**
 * From a pattern's converters to the parts of a text: the same as they would say, but
 * where they would say the same once more they are not asked.
 */
final class TextParts {

	private final List<TextPart> parts = new ArrayList<>();

	private TextParts() {
	}

	/**
	 * Returns the parts of a pattern.
	 * @param head the first of its converters, which need not be started yet
	 */
	static TextPart[] of(Converter<ILoggingEvent> head) {
		TextParts made = new TextParts();
		@Nullable Converter<ILoggingEvent> next = head;
		while (next != null) {
			next = made.add(next);
		}
		return made.parts.toArray(new TextPart[0]);
	}

	/**
	 * Adds the part of a converter, with the literal behind it; returns the converter
	 * behind both.
	 */
	private @Nullable Converter<ILoggingEvent> add(Converter<ILoggingEvent> converter) {
		String literal = literal(converter);
		if (literal != null) {
			this.parts.add(new FixedText(literal));
			return converter.getNext();
		}
		@Nullable Converter<ILoggingEvent> next = converter.getNext();
		String behind = literal(next);
		TextPart remembered = remembered(new ConvertedText(converter, (behind != null) ? behind : ""));
		if (remembered != null) {
			this.parts.add(remembered);
			return (next != null && behind != null) ? next.getNext() : next;
		}
		this.parts.add(new ConvertedText(converter, ""));
		return next;
	}

	private static @Nullable String literal(@Nullable Converter<ILoggingEvent> converter) {
		if (converter instanceof LineSeparatorConverter end && end.getFormattingInfo() == null) {
			return CoreConstants.LINE_SEPARATOR;
		}
		return (converter instanceof LiteralConverter<ILoggingEvent> literal) ? literal.convert(null) : null;
	}

	// One that extends these may look at anything, so only the very classes are known.
	private static @Nullable TextPart remembered(ConvertedText text) {
		Class<?> type = text.converter().getClass();
		if (type == LevelConverter.class) {
			return new RepeatedText(ILoggingEvent::getLevel, text);
		}
		if (type == LoggerConverter.class) {
			return new RepeatedText(ILoggingEvent::getLoggerName, text);
		}
		if (type == ThreadConverter.class) {
			return new RepeatedText(ILoggingEvent::getThreadName, text);
		}
		return (type == DateConverter.class) ? new DateText(text) : null;
	}

}
