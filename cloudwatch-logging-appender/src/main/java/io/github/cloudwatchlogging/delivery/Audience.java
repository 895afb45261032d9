package io.github.cloudwatchlogging.delivery;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Those who are told something while the engine runs; they come and go. What one of them
 * throws is kept from the engine and from the others. Thread-safe.
 *
 * @param <T> what all of them are
 */
final class Audience<T> {

	private final List<T> members = new CopyOnWriteArrayList<>();

	void add(T member) {
		this.members.add(member);
	}

	void remove(T member) {
		this.members.remove(member);
	}

	void tell(Consumer<T> verb) {
		for (T member : this.members) {
			try {
				verb.accept(member);
			}
			catch (RuntimeException brokenMember) {
				// The others are to hear it all the same; no event depends on it.
			}
		}
	}

}
