package io.github.cloudwatchlogging.aws;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * Reads how long the service asks to wait: seconds, or a date. A date counts from the
 * answer's own, as clocks differ.
 */
final class RetryAfter {

	private RetryAfter() {
	}

	static Duration of(SdkHttpResponse response) {
		return response.firstMatchingHeader("Retry-After").map(String::strip).map((value) -> {
			if (value.matches("\\d{1,6}")) {
				return Duration.ofSeconds(Long.parseLong(value));
			}
			return date(value).map((until) -> notNegative(Duration.between(now(response), until)))
				.orElse(Duration.ZERO);
		}).orElse(Duration.ZERO);
	}

	private static Instant now(SdkHttpResponse response) {
		return response.firstMatchingHeader("Date").flatMap(RetryAfter::date).orElseGet(Instant::now);
	}

	private static Optional<Instant> date(String text) {
		try {
			return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
		}
		catch (DateTimeParseException ex) {
			return Optional.empty();
		}
	}

	private static Duration notNegative(Duration duration) {
		return duration.isNegative() ? Duration.ZERO : duration;
	}

}
