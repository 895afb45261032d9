package io.github.cloudwatchlogging.template;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.github.cloudwatchlogging.event.Destination;
import org.jspecify.annotations.Nullable;

/**
 * A log group and a log stream whose names have variables. Thread-safe, without a lock:
 * remembers the destinations of the last events by their values, at most one in each of a
 * fixed number of slots. Entries never change, so that a thread sees a whole one or none.
 *
 * @param <E> the type of the events
 */
public final class DestinationTemplate<E> {

	private static final int SLOTS = 256;

	private static final int LONGEST_REMEMBERED = 512;

	private final Template<E> group;

	private final Template<E> stream;

	private final List<Variable<E>> variables;

	private final @Nullable Destination fixed;

	private final @Nullable Entry[] slots;

	/**
	 * Creates the pair.
	 * @param group the log group's name
	 * @param stream the log stream's name
	 */
	public DestinationTemplate(Template<E> group, Template<E> stream) {
		this.group = group;
		this.stream = stream;
		this.variables = new ArrayList<>(group.variables());
		this.variables.addAll(stream.variables());
		String fixedGroup = group.fixedName();
		String fixedStream = stream.fixedName();
		this.fixed = (fixedGroup != null && fixedStream != null) ? new Destination(fixedGroup, fixedStream) : null;
		this.slots = new Entry[this.variables.isEmpty() ? 0 : SLOTS];
	}

	/**
	 * Returns the destination of an event.
	 * @param event the event
	 * @return the destination; its names may have placeholders, see {@link LateNames}
	 */
	public Destination resolve(E event) {
		if (this.fixed != null) {
			return this.fixed;
		}
		String[] values = new String[this.variables.size()];
		int hash = 0;
		int length = 0;
		for (int index = 0; index < values.length; index++) {
			String value = Template.value(this.variables.get(index), event);
			values[index] = value;
			hash = 31 * hash + value.hashCode();
			length += value.length();
		}
		int slot = (hash ^ (hash >>> 16)) & (SLOTS - 1);
		Entry entry = this.slots[slot];
		if (entry != null && Arrays.equals(entry.values, values)) {
			return entry.destination;
		}
		Destination destination = destination(Arrays.asList(values));
		if (length <= LONGEST_REMEMBERED) {
			this.slots[slot] = new Entry(values, destination);
		}
		return destination;
	}

	/**
	 * Returns the destination that all events share.
	 * @return the destination, or {@code null} if it depends on the event
	 */
	public @Nullable Destination fixed() {
		return this.fixed;
	}

	private Destination destination(List<String> values) {
		int ofGroup = this.group.variables().size();
		return new Destination(this.group.name(values.subList(0, ofGroup)),
				this.stream.name(values.subList(ofGroup, values.size())));
	}

	/**
	 * Returns all of both names that does not depend on the event, as one text.
	 * @return the text
	 */
	public String fixedText() {
		return this.group.fixedText() + "\n" + this.stream.fixedText();
	}

	private static final class Entry {

		final String[] values;

		final Destination destination;

		Entry(String[] values, Destination destination) {
			this.values = values;
			this.destination = destination;
		}

	}

}
