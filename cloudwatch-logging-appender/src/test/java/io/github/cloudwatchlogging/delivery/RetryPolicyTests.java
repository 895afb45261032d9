package io.github.cloudwatchlogging.delivery;

import java.time.Duration;
import java.util.LongSummaryStatistics;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

import io.github.cloudwatchlogging.delivery.Outcome.TryLater;
import io.github.cloudwatchlogging.delivery.Trouble.Kind;
import io.github.cloudwatchlogging.settings.RetrySettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link RetryPolicy}.
 */
class RetryPolicyTests {

	private static final long SECOND = Duration.ofSeconds(1).toNanos();

	private static final RetrySettings ONE_TO_THIRTY = new RetrySettings(Duration.ofSeconds(1), Duration.ofSeconds(30));

	private final RetryPolicy longest = new RetryPolicy(ONE_TO_THIRTY, new HighestRandom());

	@Test
	void theBoundDoublesFromFailureToFailureUpToTheLongestDelay() {
		long[] bounds = { 1, 2, 4, 8, 16, 30, 30, 30 };
		for (int failures = 1; failures <= bounds.length; failures++) {
			assertThat(this.longest.backOffNanos(failures)).isEqualTo(bounds[failures - 1] * SECOND);
			assertThat(this.longest.delayNanos(failures, tryLater(Kind.THROTTLED, Duration.ZERO)))
				.isEqualTo(bounds[failures - 1] * SECOND);
		}
	}

	@Test
	void theBoundNeverOverflows() {
		RetrySettings slowest = new RetrySettings(Duration.ofMinutes(1), Duration.ofHours(1));
		RetryPolicy policy = new RetryPolicy(slowest, new HighestRandom());
		for (int failures = 7; failures <= 1_000; failures++) {
			assertThat(policy.backOffNanos(failures)).isEqualTo(3_600 * SECOND);
		}
		assertThat(policy.backOffNanos(Integer.MAX_VALUE)).isEqualTo(3_600 * SECOND);
	}

	@Test
	void theWaitIsSpreadFromZeroToTheBound() {
		RetryPolicy policy = new RetryPolicy(ONE_TO_THIRTY, new SplittableRandom(8));
		int[] quarters = new int[4];
		for (int draw = 0; draw < 4_000; draw++) {
			long wait = policy.backOffNanos(3);
			assertThat(wait).isBetween(0L, 4 * SECOND);
			quarters[(int) Math.min(3, wait / SECOND)]++;
		}
		for (int count : quarters) {
			assertThat(count).isBetween(850, 1_150);
		}
	}

	@ParameterizedTest
	@EnumSource
	void onlyTroubleThatNeedsSomebodysInterventionWaitsLongFromTheFirstFailureOn(Kind kind) {
		RetryPolicy policy = new RetryPolicy(ONE_TO_THIRTY, new SplittableRandom(9));
		for (int draw = 0; draw < 1_000; draw++) {
			long wait = policy.delayNanos(1, tryLater(kind, Duration.ZERO));
			assertThat(wait).isBetween(kind.isSlow() ? 15 * SECOND : 0, kind.isSlow() ? 30 * SECOND : SECOND);
		}
	}

	@Test
	void theWaitIsSpreadBehindWhatTheServiceAsksFor() {
		Outcome.TryLater throttled = tryLater(Kind.THROTTLED, Duration.ofSeconds(90));
		assertThat(this.longest.delayNanos(1, throttled)).isEqualTo(91 * SECOND);
		assertThat(this.longest.creationDelayNanos(1, throttled)).isEqualTo(120 * SECOND);
		assertThat(this.longest.delayNanos(1, tryLater(Kind.DENIED, Duration.ofSeconds(90)))).isEqualTo(120 * SECOND);
		assertThat(this.longest.delayNanos(4, tryLater(Kind.THROTTLED, Duration.ofSeconds(2)))).isEqualTo(10 * SECOND);
		assertThat(this.longest.delayNanos(1, tryLater(Kind.UNAVAILABLE, Duration.ofHours(2)))).isEqualTo(901 * SECOND);
	}

	@ParameterizedTest
	@EnumSource
	void creationsThatAreThrottledWaitUpToTheLongestDelayFromTheFirstFailureOn(Kind kind) {
		TryLater tryLater = tryLater(kind, Duration.ZERO);
		assertThat(this.longest.creationDelayNanos(1, tryLater))
			.isEqualTo((kind == Kind.THROTTLED) ? 30 * SECOND : this.longest.delayNanos(1, tryLater));
		RetryPolicy policy = new RetryPolicy(ONE_TO_THIRTY, new SplittableRandom(10));
		assertThat(LongStream.range(0, 1_000).map((draw) -> policy.creationDelayNanos(1, tryLater)).min().orElseThrow())
			.isLessThan(kind.isSlow() ? 16 * SECOND : SECOND);
	}

	@Test
	void pausesDoubleUpToTheLongestDelayAndEndAgain() {
		long bound = 0;
		for (long seconds : new long[] { 1, 2, 4, 8, 16, 30, 30 }) {
			bound = this.longest.longerPauseNanos(bound);
			assertThat(bound).isEqualTo(seconds * SECOND);
			assertThat(this.longest.pauseNanos(bound)).isEqualTo(bound);
		}
		int calls = 0;
		for (; bound > 0; calls++) {
			assertThat(this.longest.shorterPauseNanos(bound)).isLessThan(bound);
			bound = this.longest.shorterPauseNanos(bound);
		}
		assertThat(calls).isEqualTo(12);
		assertThat(this.longest.pauseNanos(bound)).isZero();
	}

	@Test
	void aPauseIsSpreadOverTheUpperHalfOfItsBound() {
		RetryPolicy policy = new RetryPolicy(ONE_TO_THIRTY, new SplittableRandom(11));
		LongSummaryStatistics pauses = LongStream.range(0, 1_000)
			.map((draw) -> policy.pauseNanos(4 * SECOND))
			.summaryStatistics();
		assertThat(pauses.getMin()).isBetween(2 * SECOND, 2 * SECOND + SECOND / 10);
		assertThat(pauses.getMax()).isBetween(4 * SECOND - SECOND / 10, 4 * SECOND);
	}

	private static TryLater tryLater(Kind kind, Duration atLeast) {
		return new TryLater(new Trouble(kind, "Code", "message"), atLeast);
	}

	/**
	 * Always draws the highest number, so that a wait is its bound.
	 */
	static final class HighestRandom implements RandomGenerator {

		@Override
		public long nextLong() {
			return Long.MAX_VALUE;
		}

		@Override
		public long nextLong(long bound) {
			return bound - 1;
		}

	}

}
