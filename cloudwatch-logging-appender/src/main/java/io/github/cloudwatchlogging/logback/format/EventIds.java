package io.github.cloudwatchlogging.logback.format;

import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Ids in the form of UUID version 7: the time of encoding, a count within its
 * millisecond, and a number that is random for each of these objects. As texts they have
 * the order in which they were made. Thread-safe.
 */
final class EventIds {

	private static final int COUNTER_BITS = 12;

	private static final char[] HEX = "0123456789abcdef".toCharArray();

	private final LongSupplier clock;

	private final AtomicLong last = new AtomicLong();

	private final String node;

	EventIds(LongSupplier clock) {
		this.clock = clock;
		long random = new SecureRandom().nextLong();
		// The variant of all UUIDs of today.
		String digits = hex((random & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L, 16);
		this.node = "-" + digits.substring(0, 4) + "-" + digits.substring(4);
	}

	/**
	 * Returns the next id. A clock that goes back, or more events in a millisecond than
	 * can be counted, make it one ahead of the clock.
	 */
	String next() {
		long now = this.clock.getAsLong() << COUNTER_BITS;
		long id = this.last.updateAndGet((previous) -> Math.max(previous + 1, now));
		String time = hex(id >>> COUNTER_BITS, 12);
		return time.substring(0, 8) + "-" + time.substring(8) + "-7" + hex(id, 3) + this.node;
	}

	private static String hex(long value, int digits) {
		char[] text = new char[digits];
		for (int index = digits - 1; index >= 0; index--) {
			text[index] = HEX[(int) (value >>> (4 * (digits - 1 - index))) & 0xF];
		}
		return new String(text);
	}

}
