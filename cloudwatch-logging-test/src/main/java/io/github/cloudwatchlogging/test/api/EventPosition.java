package io.github.cloudwatchlogging.test.api;

import java.util.List;
import java.util.Locale;

import io.github.cloudwatchlogging.test.contract.ServiceException;
import io.github.cloudwatchlogging.test.store.StoredEvent;

/**
 * A place between two events in read order. As a token it keeps its meaning when events
 * are added: {@code f/} and the place means what comes after it, {@code b/} what comes
 * before.
 *
 * @param timestamp the timestamp of the event at this place, in epoch milliseconds
 * @param sequence its number in the order of arrival; -1 for the place before all events
 * of that timestamp
 */
record EventPosition(long timestamp, long sequence) {

	private static final int HALF = 28;

	static EventPosition of(StoredEvent event) {
		return new EventPosition(event.timestamp(), event.sequence());
	}

	static EventPosition parse(String token) {
		try {
			if (token.length() == 2 + 2 * HALF && (isForward(token) || token.startsWith("b/"))) {
				return new EventPosition(Long.parseLong(token.substring(2, 2 + HALF)),
						Long.parseLong(token.substring(2 + HALF)) - 1);
			}
		}
		catch (NumberFormatException ex) {
			throw invalid();
		}
		throw invalid();
	}

	static boolean isForward(String token) {
		return token.startsWith("f/");
	}

	String forward() {
		return "f/" + digits();
	}

	String backward() {
		return "b/" + digits();
	}

	/**
	 * Returns 56 digits, as the service's own tokens and event ids have.
	 */
	String digits() {
		return String.format(Locale.ROOT, "%0" + HALF + "d%0" + HALF + "d", this.timestamp, this.sequence + 1);
	}

	boolean isBefore(StoredEvent event) {
		return (this.timestamp != event.timestamp()) ? this.timestamp < event.timestamp()
				: this.sequence < event.sequence();
	}

	boolean isAfter(StoredEvent event) {
		return (this.timestamp != event.timestamp()) ? this.timestamp > event.timestamp()
				: this.sequence > event.sequence();
	}

	/**
	 * Returns the index of the first event at or after this place.
	 */
	int indexIn(List<StoredEvent> events) {
		int low = 0;
		int high = events.size();
		while (low < high) {
			int middle = (low + high) >>> 1;
			if (isAfter(events.get(middle))) {
				low = middle + 1;
			}
			else {
				high = middle;
			}
		}
		return low;
	}

	private static ServiceException invalid() {
		return ServiceException.invalidParameter("The specified nextToken is invalid.");
	}

}
