package io.github.cloudwatchlogging.json;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link IsoTimestamp}, held to the JDK's own.
 */
class IsoTimestampTests {

	private static final DateTimeFormatter JDK = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
		.withZone(ZoneOffset.UTC);

	@ParameterizedTest
	@ValueSource(strings = { "1970-01-01T00:00:00.000Z", "2000-02-29T23:59:59.999Z", "2000-03-01T00:00:00Z",
			"2100-02-28T23:59:59.999Z", "2100-03-01T00:00:00Z", "2027-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z",
			"+10000-01-01T00:00:00Z", "1969-12-31T23:59:59.999Z", "-0044-03-15T12:00:00Z" })
	void isThatOfTheJdk(String time) {
		long millis = Instant.parse(time).toEpochMilli();
		assertThat(write(millis)).isEqualTo(JDK.format(Instant.ofEpochMilli(millis)));
	}

	@Test
	void isThatOfTheJdkOnEachDayOfFourCenturies() {
		Random random = new Random(7);
		for (long day = 0; day < 146_097; day++) {
			long millis = day * 86_400_000 + random.nextInt(86_400_000);
			assertThat(write(millis)).isEqualTo(JDK.format(Instant.ofEpochMilli(millis)));
		}
	}

	private static String write(long millis) {
		JsonBuffer buffer = new JsonBuffer(8);
		IsoTimestamp.write(millis, buffer);
		return new String(buffer.toByteArray(), StandardCharsets.UTF_8);
	}

}
