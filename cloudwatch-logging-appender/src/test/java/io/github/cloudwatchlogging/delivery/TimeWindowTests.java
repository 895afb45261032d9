package io.github.cloudwatchlogging.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import io.github.cloudwatchlogging.ledger.DropCause;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link TimeWindow}.
 */
class TimeWindowTests {

	private static final long NOW = 1_800_000_000_000L;

	private final TimeWindow window = new TimeWindow(() -> Instant.ofEpochMilli(NOW));

	@Test
	void reachesFromFourteenDaysBackToTwoHoursAhead() {
		long oldest = NOW - Duration.ofDays(14).toMillis();
		long newest = NOW + Duration.ofHours(2).toMillis();
		assertThat(this.window.refusal(oldest)).isNull();
		assertThat(this.window.refusal(oldest - 1)).isEqualTo(DropCause.TOO_OLD);
		assertThat(this.window.refusal(newest)).isNull();
		assertThat(this.window.refusal(newest + 1)).isEqualTo(DropCause.TOO_NEW);
	}

	@Test
	void neverReachesBackBeforeTheEpoch() {
		TimeWindow brokenClock = new TimeWindow(InstantSource.fixed(Instant.EPOCH));
		assertThat(brokenClock.refusal(0)).isNull();
		assertThat(brokenClock.refusal(-1)).isEqualTo(DropCause.TOO_OLD);
	}

}
