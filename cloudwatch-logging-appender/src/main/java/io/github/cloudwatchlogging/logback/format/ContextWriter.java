package io.github.cloudwatchlogging.logback.format;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.github.cloudwatchlogging.json.JsonWriter;
import io.github.cloudwatchlogging.mask.Masking;
import io.github.cloudwatchlogging.settings.FieldSelection;
import io.github.cloudwatchlogging.settings.JsonSettings;
import io.github.cloudwatchlogging.settings.OwnMembers;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/**
 * Makes members of an event's MDC and of its key-value pairs, each under a name of its
 * own: who comes first has it, the static fields before the MDC and the MDC before the
 * pairs; who comes later gets a prefix. What there are too many of becomes one text. Not
 * thread-safe.
 */
final class ContextWriter implements BiConsumer<String, String> {

	private static final String MDC_PREFIX = "mdc.";

	private static final String PAIR_PREFIX = "kv.";

	private final JsonWriter json;

	private final Masking masking;

	private final FieldSelection mdc;

	private final FieldSelection pairs;

	private final Set<String> reserved;

	private final TakenNames taken = new TakenNames();

	private final StringBuilder rest = new StringBuilder();

	private int room;

	ContextWriter(JsonWriter json, Masking masking, JsonSettings settings) {
		this.json = json;
		this.masking = masking;
		this.mdc = settings.mdc();
		this.pairs = settings.keyValues();
		this.reserved = new HashSet<>(OwnMembers.NAMES);
		this.reserved.addAll(settings.staticFields().keySet());
	}

	/**
	 * Writes the members.
	 * @param event the event
	 * @param mostMembers how many there may be
	 */
	void write(ILoggingEvent event, int mostMembers) {
		this.taken.clear();
		this.rest.setLength(0);
		this.room = mostMembers;
		Map<String, String> properties = event.getMDCPropertyMap();
		if (properties != null) {
			properties.forEach(this);
		}
		List<KeyValuePair> keyValues = event.getKeyValuePairs();
		if (keyValues != null) {
			for (int index = 0; index < keyValues.size(); index++) {
				write(keyValues.get(index));
			}
		}
	}

	/**
	 * Returns what has found no room, as text.
	 * @return the text, or {@code null} where all has
	 */
	@Nullable String rest() {
		return this.rest.isEmpty() ? null : this.rest.toString();
	}

	/**
	 * Takes an entry of the MDC.
	 */
	@Override
	public void accept(String key, @Nullable String value) {
		write(this.mdc, MDC_PREFIX, String.valueOf(key), value);
	}

	private void write(KeyValuePair pair) {
		write(this.pairs, PAIR_PREFIX, String.valueOf(pair.key), pair.value);
	}

	private void write(FieldSelection selection, String prefix, String key, @Nullable Object value) {
		String name = selection.nameOf(key);
		if (name == null) {
			return;
		}
		boolean hidden = this.masking.hides(key) || this.masking.hides(name);
		Object shown = hidden ? this.masking.replacement() : value;
		if (this.room > 0) {
			this.room--;
			this.json.name(free(prefix, Values.wellFormed(name)));
			write(shown);
		}
		else {
			append(name, shown);
		}
	}

	private String free(String prefix, String name) {
		String free = name;
		while (this.reserved.contains(free) || !this.taken.add(free)) {
			free = prefix + free;
		}
		return free;
	}

	private void write(@Nullable Object value) {
		if (value instanceof Number number && Values.isWhole(number) && !this.masking.readsTexts()) {
			this.json.value(number.longValue());
			return;
		}
		String text = Values.text(value);
		String masked = this.masking.text(text);
		if (Values.isLiteral(value, text) && masked.equals(text)) {
			this.json.literal(text);
		}
		else {
			this.json.value(masked);
		}
	}

	private void append(String name, @Nullable Object value) {
		if (!this.rest.isEmpty()) {
			this.rest.append(' ');
		}
		this.rest.append(name).append('=').append(this.masking.text(Values.text(value)));
	}

	/**
	 * Returns how much memory is held beside the JSON.
	 */
	int capacity() {
		return this.rest.capacity();
	}

}
