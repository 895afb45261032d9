package io.github.cloudwatchlogging.template;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * A time as text, in UTC, by a pattern of {@link DateTimeFormatter}. Formats once for
 * each day, hour, minute or second, whatever the pattern's smallest unit is. Thread-safe.
 */
public final class DateText {

	private final DateTimeFormatter formatter;

	private final long periodMillis;

	private volatile @Nullable Period last;

	/**
	 * Creates a text.
	 * @param pattern the pattern
	 * @throws IllegalArgumentException if there is no such pattern
	 */
	public DateText(String pattern) {
		this.formatter = DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
		this.periodMillis = periodMillis(pattern.replaceAll("'[^']*'", ""));
	}

	private static long periodMillis(String letters) {
		if (hasAnyOf(letters, "SnNA")) {
			return 1;
		}
		if (letters.indexOf('s') >= 0) {
			return TimeUnit.SECONDS.toMillis(1);
		}
		if (hasAnyOf(letters, "mB")) {
			return TimeUnit.MINUTES.toMillis(1);
		}
		return hasAnyOf(letters, "HhKka") ? TimeUnit.HOURS.toMillis(1) : TimeUnit.DAYS.toMillis(1);
	}

	private static boolean hasAnyOf(String text, String letters) {
		return letters.chars().anyMatch((letter) -> text.indexOf(letter) >= 0);
	}

	/**
	 * Returns the text for a time.
	 * @param epochMillis milliseconds since the epoch
	 * @return the text
	 */
	public String at(long epochMillis) {
		long number = Math.floorDiv(epochMillis, this.periodMillis);
		Period period = this.last;
		if (period == null || period.number() != number) {
			period = new Period(number, this.formatter.format(Instant.ofEpochMilli(epochMillis)));
			this.last = period;
		}
		return period.text();
	}

	private record Period(long number, String text) {
	}

}
