package io.github.cloudwatchlogging.sample.page;

import io.github.cloudwatchlogging.test.store.ReceivedEvent;

/**
 * An event as the page shows it.
 *
 * @param number its number among those shown, from 1, in the order of their arrival
 * @param group the name of its group
 * @param stream the name of its stream
 * @param timestamp when it happened, in epoch milliseconds
 * @param ingestionTime when it arrived, in epoch milliseconds
 * @param message its message
 */
record ShownEvent(long number, String group, String stream, long timestamp, long ingestionTime, String message) {

	static ShownEvent of(long number, ReceivedEvent event) {
		return new ShownEvent(number, event.group(), event.stream(), event.timestamp(), event.ingestionTime(),
				event.message());
	}

}
