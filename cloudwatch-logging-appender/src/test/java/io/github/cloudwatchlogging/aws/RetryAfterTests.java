package io.github.cloudwatchlogging.aws;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.http.SdkHttpResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link RetryAfter}.
 */
class RetryAfterTests {

	@ParameterizedTest
	@CsvSource({ "'Wed, 21 Oct 2026 07:28:00 GMT', 30", "'Wed, 21 Oct 2026 07:27:30 GMT', 0",
			"'Wed, 21 Oct 2026 07:00:00 GMT', 0", "7, 7", "' 7 ', 7", "soon, 0", "'', 0" })
	void aDateCountsFromTheDateOfTheAnswer(String value, long seconds) {
		assertThat(RetryAfter.of(SdkHttpResponse.builder()
			.statusCode(503)
			.putHeader("Date", "Wed, 21 Oct 2026 07:27:30 GMT")
			.putHeader("Retry-After", value)
			.build())).isEqualTo(Duration.ofSeconds(seconds));
	}

	@Test
	void aDateInAnAnswerWithoutOneCountsFromTheClock() {
		String inAnHour = DateTimeFormatter.RFC_1123_DATE_TIME
			.format(Instant.now().plus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC));
		assertThat(RetryAfter.of(SdkHttpResponse.builder().statusCode(503).putHeader("Retry-After", inAnHour).build()))
			.isBetween(Duration.ofMinutes(58), Duration.ofMinutes(60));
	}

}
