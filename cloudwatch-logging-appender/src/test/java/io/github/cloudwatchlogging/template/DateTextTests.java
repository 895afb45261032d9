package io.github.cloudwatchlogging.template;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * {@link DateText}.
 */
class DateTextTests {

	@Test
	void aDayBeginsAtMidnightInUtc() {
		DateText day = new DateText("yyyy-MM-dd");
		assertThat(day.at(Instant.parse("2026-12-31T23:59:59.999Z").toEpochMilli())).isEqualTo("2026-12-31");
		assertThat(day.at(Instant.parse("2027-01-01T00:00:00.000Z").toEpochMilli())).isEqualTo("2027-01-01");
		assertThat(day.at(Instant.parse("2026-12-31T23:59:59.999Z").toEpochMilli())).isEqualTo("2026-12-31");
		assertThat(day.at(-1)).isEqualTo("1969-12-31");
	}

	@Test
	void theTextOfAPeriodIsMadeOnce() {
		DateText hour = new DateText("yyyy-MM-dd-HH");
		assertThat(hour.at(3_600_000)).isSameAs(hour.at(7_199_999)).isNotSameAs(hour.at(7_200_000));
	}

	@ParameterizedTest
	@ValueSource(strings = { "yyyy", "uuuu-MM", "yyyy-MM-dd", "yyyyMMddHH", "hh a", "KK", "kk", "HHmm", "HHmmss",
			"HHmmss.SSS", "A", "n", "N", "MMM", "EEE", "D", "Q", "B", "yyyy-'week'-ww", "'s'yyyy", "g", "HH'S'''mm" })
	void whatIsRememberedIsWhatWouldBeFormatted(String pattern) {
		DateTimeFormatter expected = DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
		DateText text = new DateText(pattern);
		Random random = new Random(5);
		long time = Instant.parse("2026-11-21T11:59:59Z").toEpochMilli();
		for (int step = 0; step < 2_000; step++) {
			assertThat(text.at(time)).isEqualTo(expected.format(Instant.ofEpochMilli(time)));
			time += random.nextLong(-2_000, 1L << random.nextInt(1, 31));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "nonsense", "yyyy-MM-dd'", "{" })
	void aPatternThatIsNoneIsRefused(String pattern) {
		assertThatIllegalArgumentException().isThrownBy(() -> new DateText(pattern));
	}

}
