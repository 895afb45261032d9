package io.github.cloudwatchlogging.event;

import java.util.Objects;

/**
 * Where an event goes.
 *
 * @param group the name of the log group
 * @param stream the name of the log stream
 */
public record Destination(String group, String stream) {

	public Destination {
		Objects.requireNonNull(group, "group");
		Objects.requireNonNull(stream, "stream");
	}

	// The first log call needs it, and what a record has by itself takes milliseconds to
	// be linked.
	@Override
	public int hashCode() {
		return 31 * this.group.hashCode() + this.stream.hashCode();
	}

	/**
	 * Returns both names as an operator would write them.
	 */
	@Override
	public String toString() {
		return this.group + " / " + this.stream;
	}

}
