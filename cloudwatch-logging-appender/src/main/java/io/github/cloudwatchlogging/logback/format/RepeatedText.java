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

	// Threads see each other's entries whole or not at all, because these never change.
	private final @Nullable Entry[] entries = new Entry[PLACES];

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
		int place = current.hashCode() & (PLACES - 1);
		Entry entry = this.entries[place];
		if (entry == null || !entry.subject().equals(current)) {
			entry = new Entry(current, this.converted.of(event).getBytes(StandardCharsets.UTF_8));
			this.entries[place] = entry;
		}
		target.put(entry.text());
	}

	@SuppressWarnings("ArrayRecordComponent") // never compared
	private record Entry(Object subject, byte[] text) {

	}

}
