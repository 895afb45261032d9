package io.github.cloudwatchlogging.logback.format;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;

import ch.qos.logback.classic.spi.ILoggingEvent;
import org.jspecify.annotations.Nullable;

/**
 * What a converter says of a level, logger or thread, which most often is one that it has
 * spoken of before.
 */
final class RepeatedText implements TextPart {

	// A power of two. Where two subjects want the same place, the later one has it.
	private static final int PLACES = 64;

	private final Function<ILoggingEvent, @Nullable Object> subject;

	private final ConvertedText converted;

	private final @Nullable Object[] subjects = new Object[PLACES];

	private final byte[][] texts = new byte[PLACES][];

	private @Nullable Object last;

	private byte[] textOfLast = {};

	/**
	 * Creates a part.
	 * @param subject the one thing of an event that the text depends on
	 * @param converted the text
	 */
	RepeatedText(Function<ILoggingEvent, @Nullable Object> subject, ConvertedText converted) {
		this.subject = subject;
		this.converted = converted;
	}

	@Override
	public void write(ILoggingEvent event, Utf8Buffer target) {
		Object current = this.subject.apply(event);
		if (current == null) {
			this.converted.write(event, target);
			return;
		}
		// The same text in another string only costs being looked up.
		if (this.last != current) {
			this.textOfLast = lookUp(current, event);
			this.last = current;
		}
		target.put(this.textOfLast);
	}

	private byte[] lookUp(Object current, ILoggingEvent event) {
		int place = current.hashCode() & (PLACES - 1);
		if (!current.equals(this.subjects[place])) {
			this.texts[place] = this.converted.of(event).getBytes(StandardCharsets.UTF_8);
			this.subjects[place] = current;
		}
		return this.texts[place];
	}

}
