package io.github.cloudwatchlogging.json;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Writes times as ISO 8601 has them, in UTC and with milliseconds, without making an
 * object.
 */
final class IsoTimestamp {

	private static final long MILLIS_PER_DAY = 86_400_000;

	private static final long YEAR_10000 = LocalDate.of(10_000, 1, 1).toEpochDay() * MILLIS_PER_DAY;

	private static final int DAYS_FROM_MARCH_0000_TO_1970 = 719_468;

	private static final int DAYS_PER_ERA = 146_097;

	private IsoTimestamp() {
	}

	static void write(long epochMillis, JsonBuffer target) {
		if (epochMillis < 0 || epochMillis >= YEAR_10000) {
			target.putAscii(AnyYear.FORMAT.format(Instant.ofEpochMilli(epochMillis)));
			return;
		}
		writeDate((int) (epochMillis / MILLIS_PER_DAY), target);
		int millis = (int) (epochMillis % MILLIS_PER_DAY);
		target.put('T');
		target.putDigits(millis / 3_600_000, 2);
		target.put(':');
		target.putDigits(millis / 60_000 % 60, 2);
		target.put(':');
		target.putDigits(millis / 1000 % 60, 2);
		target.put('.');
		target.putDigits(millis % 1000, 3);
		target.put('Z');
	}

	// Years that begin in March have their leap day at their end; 400 of them always have
	// the same number of days.
	private static void writeDate(int epochDay, JsonBuffer target) {
		int day = epochDay + DAYS_FROM_MARCH_0000_TO_1970;
		int era = day / DAYS_PER_ERA;
		int dayOfEra = day % DAYS_PER_ERA;
		int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
		int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
		int monthFromMarch = (5 * dayOfYear + 2) / 153;
		int month = (monthFromMarch < 10) ? monthFromMarch + 3 : monthFromMarch - 9;
		target.putDigits(era * 400 + yearOfEra + ((month <= 2) ? 1 : 0), 4);
		target.put('-');
		target.putDigits(month, 2);
		target.put('-');
		target.putDigits(dayOfYear - (153 * monthFromMarch + 2) / 5 + 1, 2);
	}

	// Made for times that hardly any event has: making it takes longer than the first log
	// call else would.
	private static final class AnyYear {

		static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
			.withZone(ZoneOffset.UTC);

	}

}
