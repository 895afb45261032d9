package io.github.cloudwatchlogging.logback.format;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.github.cloudwatchlogging.mask.Masking;
import io.github.cloudwatchlogging.settings.MaskSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/**
 * A conversion word for patterns that people read: an event's key-value pairs, and then
 * its MDC, behind a bar, such as {@code  | user_id=123 response_time_ms=45}; nothing at
 * all where it has neither. The word's options are keys of the MDC that are left out.
 * Thread-safe.
 */
public final class ExtrasConverter extends ClassicConverter {

	private static final String BAR = " | ";

	private final Masking masking;

	/**
	 * Creates a converter that masks nothing.
	 */
	public ExtrasConverter() {
		this(Masking.of(MaskSettings.NONE));
	}

	/**
	 * Creates a converter.
	 * @param masking what must not be seen
	 */
	public ExtrasConverter(Masking masking) {
		this.masking = masking;
	}

	@Override
	public String convert(ILoggingEvent event) {
		StringBuilder text = new StringBuilder();
		List<KeyValuePair> pairs = event.getKeyValuePairs();
		if (pairs != null) {
			pairs.forEach((pair) -> append(text, String.valueOf(pair.key), pair.value));
		}
		Map<String, String> mdc = event.getMDCPropertyMap();
		if (mdc != null && !mdc.isEmpty()) {
			new TreeMap<>(mdc).forEach((key, value) -> appendUnlessLeftOut(text, key, value));
		}
		return text.toString();
	}

	private void appendUnlessLeftOut(StringBuilder text, String key, @Nullable String value) {
		List<String> leftOut = getOptionList();
		if (leftOut == null || !leftOut.contains(key)) {
			append(text, key, value);
		}
	}

	private void append(StringBuilder text, String key, @Nullable Object value) {
		text.append(text.isEmpty() ? BAR : " ");
		appendWord(text, key);
		text.append('=');
		appendWord(text, this.masking.hides(key) ? this.masking.replacement() : this.masking.text(Values.text(value)));
	}

	// One line stays one line, and one word one word.
	private static void appendWord(StringBuilder text, String word) {
		boolean quoted = word.isEmpty() || word.chars().anyMatch(ExtrasConverter::separates);
		if (!quoted) {
			text.append(word);
			return;
		}
		text.append('"');
		word.chars().forEach((character) -> {
			if (character == '"' || character == '\\') {
				text.append('\\');
			}
			text.append(breaksLine(character) ? ' ' : (char) character);
		});
		text.append('"');
	}

	private static boolean separates(int character) {
		return character == '"' || character == '=' || Character.isWhitespace(character) || breaksLine(character);
	}

	private static boolean breaksLine(int character) {
		return Character.isISOControl(character) || character == 0x2028 || character == 0x2029;
	}

}
