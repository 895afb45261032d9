package io.github.cloudwatchlogging.delivery;

import java.time.Duration;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link Spread}.
 */
class SpreadTests {

	private static final long SECOND = Duration.ofSeconds(1).toNanos();

	@Test
	void leadsAreSpreadFromZeroToHalfOfTheDelay() {
		Spread spread = new Spread(Duration.ofSeconds(8), new SplittableRandom(8));
		assertThat(spread.mostNanos()).isEqualTo(4 * SECOND);
		int[] quarters = new int[4];
		for (int draw = 0; draw < 4_000; draw++) {
			long lead = spread.leadNanos();
			assertThat(lead).isBetween(0L, 4 * SECOND);
			quarters[(int) Math.min(3, lead / SECOND)]++;
		}
		for (int count : quarters) {
			assertThat(count).isBetween(850, 1_150);
		}
	}

	@Test
	void noDelayIsTooShort() {
		assertThat(new Spread(Duration.ofMillis(10), new RetryPolicyTests.HighestRandom()).leadNanos()).isZero();
	}

}
