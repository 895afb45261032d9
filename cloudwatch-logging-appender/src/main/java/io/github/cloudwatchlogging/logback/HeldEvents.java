package io.github.cloudwatchlogging.logback;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * What is logged while the appender is suspended, in its order. Bounded by a number of
 * events: it exists for the few that are logged around a checkpoint. Thread-safe.
 */
final class HeldEvents {

	static final int MOST_EVENTS = 10_000;

	private final List<ILoggingEvent> events = new ArrayList<>();

	private boolean released;

	/**
	 * Takes an event, unless it comes too late or there is no room.
	 */
	Answer take(ILoggingEvent event) {
		// Renders the message and copies the MDC: later both may be others. Not under the
		// lock, because an argument may log.
		event.prepareForDeferredProcessing();
		synchronized (this) {
			if (this.released) {
				return Answer.RELEASED;
			}
			return (this.events.size() < MOST_EVENTS && this.events.add(event)) ? Answer.HELD : Answer.FULL;
		}
	}

	/**
	 * Hands on what was taken. A log call waits meanwhile, so that its event comes after
	 * these.
	 */
	synchronized void release(Consumer<ILoggingEvent> events) {
		this.released = true;
		this.events.forEach(events);
		this.events.clear();
	}

	enum Answer {

		HELD, FULL, RELEASED

	}

}
