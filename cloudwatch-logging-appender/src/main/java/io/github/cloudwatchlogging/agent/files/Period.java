package io.github.cloudwatchlogging.agent.files;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * The hours whose events are in one file. In UTC, where no hour comes twice.
 *
 * @param startMillis when it begins, in milliseconds since the epoch
 */
record Period(long startMillis) implements Comparable<Period> {

	private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyy-MM-dd_HH", Locale.ROOT)
		.withZone(ZoneOffset.UTC);

	static Period of(long timestamp, Duration roll) {
		long length = roll.toMillis();
		return new Period(Math.floorDiv(timestamp, length) * length);
	}

	/**
	 * Returns the period that a name tells, or {@code null} if it tells none.
	 */
	static @Nullable Period parse(String name) {
		try {
			return new Period(LocalDateTime.parse(name, NAME).toInstant(ZoneOffset.UTC).toEpochMilli());
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

	String name() {
		return NAME.format(Instant.ofEpochMilli(this.startMillis));
	}

	@Override
	public int compareTo(Period other) {
		return Long.compare(this.startMillis, other.startMillis);
	}

}
