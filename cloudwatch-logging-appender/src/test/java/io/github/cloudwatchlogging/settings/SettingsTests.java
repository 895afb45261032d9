package io.github.cloudwatchlogging.settings;

import java.time.Duration;
import java.util.stream.Stream;

import io.github.cloudwatchlogging.settings.WhenFull;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * The ranges of all settings.
 */
class SettingsTests {

	private static final Duration SECOND = Duration.ofSeconds(1);

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private static final Duration HOUR = Duration.ofHours(1);

	static Stream<Arguments> valuesOutOfRange() {
		return Stream.of(//
				arguments("batch.max-delay", "9ms", "10ms", "3600s", maxDelay(Duration.ofMillis(9))),
				arguments("batch.max-delay", "3600001ms", "10ms", "3600s", maxDelay(HOUR.plusMillis(1))),
				arguments("batch.max-delay", "-1s", "10ms", "3600s", maxDelay(Duration.ofSeconds(-1))),
				arguments("batch.max-size", "1023B", "1024B", "1048576B", batch(1023, 1)),
				arguments("batch.max-size", "1048577B", "1024B", "1048576B", batch(1_048_577, 1)),
				arguments("batch.max-events", "0", "1", "10000", batch(1024, 0)),
				arguments("batch.max-events", "10001", "1", "10000", batch(1024, 10_001)),
				arguments("buffer.max-size", "2097151B", "2097152B", "4611686018427387903B", buffer(2_097_151)),
				arguments("buffer.max-size", "-1B", "2097152B", "4611686018427387903B", buffer(-1)),
				arguments("delivery.concurrency", "0", "1", "64", concurrency(0)),
				arguments("delivery.concurrency", "65", "1", "64", concurrency(65)),
				arguments("retry.initial-delay", "0s", "1ms", "60s", retry(Duration.ZERO, SECOND)),
				arguments("retry.initial-delay", "60001ms", "1ms", "60s", retry(MINUTE.plusMillis(1), HOUR)),
				arguments("retry.max-delay", "999ms", "1s", "3600s", retry(SECOND, Duration.ofMillis(999))),
				arguments("retry.max-delay", "3600001ms", "1s", "3600s", retry(SECOND, HOUR.plusMillis(1))));
	}

	@ParameterizedTest
	@MethodSource("valuesOutOfRange")
	void aValueOutOfRangeIsRefusedWithTheSettingTheValueAndTheCure(String setting, String value, String least,
			String most, ThrowingCallable creation) {
		InvalidSettingException exception = catchThrowableOfType(InvalidSettingException.class, creation);
		assertThat(exception).isNotNull();
		assertThat(exception.getSetting()).isEqualTo(setting);
		assertThat(exception.getValue()).isEqualTo(value);
		assertThat(exception.getReason()).isEqualTo("It must lie between " + least + " and " + most + ".");
		assertThat(exception.getCure()).isNotBlank();
		assertThat(exception)
			.hasMessage(setting + " = '" + value + "': " + exception.getReason() + " " + exception.getCure());
	}

	static Stream<Arguments> valuesAtTheEdge() {
		return Stream
			.of(maxDelay(Duration.ofMillis(10)), maxDelay(HOUR), batch(1024, 1), batch(1_048_576, 10_000),
					buffer(2_097_152), concurrency(1), concurrency(64),
					retry(Duration.ofMillis(1), Duration.ofMillis(1)), retry(MINUTE, HOUR))
			.map(Arguments::of);
	}

	@ParameterizedTest
	@MethodSource("valuesAtTheEdge")
	void aValueAtTheEdgeIsTaken(ThrowingCallable creation) {
		assertThatCode(creation).doesNotThrowAnyException();
	}

	@Test
	void theLongestMessageFillsABatchByItself() {
		assertThat(BatchSettings.DEFAULT.maxMessageBytes()).isEqualTo(1_048_550);
		assertThat(new BatchSettings(SECOND, 1024, 1).maxMessageBytes()).isEqualTo(998);
	}

	@Test
	void anExceptionKeepsWhatRefusedTheValue() {
		IllegalStateException cause = new IllegalStateException("no");
		assertThat(new InvalidSettingException("a.b", 1, "Reason.", "Cure.", cause)).hasCause(cause)
			.hasMessage("a.b = '1': Reason. Cure.");
	}

	private static ThrowingCallable maxDelay(Duration maxDelay) {
		return () -> new BatchSettings(maxDelay, 1024, 1);
	}

	private static ThrowingCallable batch(int maxBytes, int maxEvents) {
		return () -> new BatchSettings(SECOND, maxBytes, maxEvents);
	}

	private static ThrowingCallable buffer(long maxBytes) {
		return () -> new BufferSettings(maxBytes, WhenFull.DROP_NEWEST, Duration.ofSeconds(1), 0.8);
	}

	private static ThrowingCallable concurrency(int concurrency) {
		return () -> new DeliverySettings(BatchSettings.DEFAULT, BufferSettings.DEFAULT, concurrency,
				RetrySettings.DEFAULT, CreateSettings.DEFAULT);
	}

	private static ThrowingCallable retry(Duration initialDelay, Duration maxDelay) {
		return () -> new RetrySettings(initialDelay, maxDelay);
	}

}
