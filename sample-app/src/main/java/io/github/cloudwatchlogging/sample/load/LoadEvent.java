package io.github.cloudwatchlogging.sample.load;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One numbered event.
 *
 * @param run the load that it belongs to
 * @param seq its number in that load, from 0
 */
public record LoadEvent(String run, int seq) {

	/**
	 * The largest number of events in a load.
	 */
	public static final int MAX_EVENTS = 10_000_000;

	/**
	 * The message's pattern for a logger.
	 */
	static final String PATTERN = "Load event seq={} run={}";

	private static final String SEQ = "Load event seq=";

	private static final String RUN = " run=";

	private static final int RUN_LENGTH = 8;

	/**
	 * Returns a name for a load that hardly any other load has.
	 */
	static String newRun() {
		return UUID.randomUUID().toString().substring(0, RUN_LENGTH);
	}

	/**
	 * Finds the numbered event in a message, whatever surrounds it. Reads a million
	 * messages in a fraction of a second, hence no regular expression.
	 * @param message the message as it was received
	 * @return the event, or {@code null} if the message holds none
	 */
	public static @Nullable LoadEvent in(String message) {
		int found = message.indexOf(SEQ);
		if (found < 0) {
			return null;
		}
		int digits = found + SEQ.length();
		int end = digits;
		int seq = 0;
		while (end < message.length() && isDigit(message.charAt(end)) && seq < MAX_EVENTS) {
			seq = seq * 10 + (message.charAt(end) - '0');
			end++;
		}
		int run = end + RUN.length();
		boolean complete = end > digits && message.startsWith(RUN, end) && run + RUN_LENGTH <= message.length();
		return (complete && seq < MAX_EVENTS) ? new LoadEvent(message.substring(run, run + RUN_LENGTH), seq) : null;
	}

	private static boolean isDigit(char character) {
		return character >= '0' && character <= '9';
	}

}
