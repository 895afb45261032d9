package io.github.cloudwatchlogging.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.lane.LaneSnapshot;
import io.github.cloudwatchlogging.ledger.Balance;
import io.github.cloudwatchlogging.spool.SpoolSnapshot;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Snapshots of engines that run side by side, summed up.
 */
class DeliverySnapshotTests {

	private static final Destination DESTINATION = new Destination("group", "stream");

	private static final Instant EARLY = Instant.parse("2026-11-21T10:00:00Z");

	private static final Instant LATE = Instant.parse("2026-11-21T11:00:00Z");

	private static final Trouble DENIED = new Trouble(Trouble.Kind.DENIED, "AccessDeniedException", "denied");

	@Test
	void aStreamThatOneOfThemCannotReachFails() {
		DeliverySnapshot stuck = snapshot(2, DENIED, EARLY);
		DeliverySnapshot healthy = snapshot(1, null, LATE);
		for (DeliverySnapshot both : List.of(stuck.plus(healthy), healthy.plus(stuck))) {
			assertThat(both.streams()).singleElement().satisfies((stream) -> {
				assertThat(stream.isFailing()).isTrue();
				assertThat(stream.trouble()).isEqualTo(DENIED);
				assertThat(stream.balance().pending()).isEqualTo(3);
				assertThat(stream.lastDelivered()).isEqualTo(LATE);
			});
		}
	}

	@Test
	void aTroubleThatConcernsNoEventMakesTheOthersStreamNoFailure() {
		DeliverySnapshot idle = snapshot(0, DENIED, EARLY);
		DeliverySnapshot busy = snapshot(1, null, LATE);
		for (DeliverySnapshot both : List.of(idle.plus(busy), busy.plus(idle))) {
			assertThat(both.streams()).singleElement().satisfies((stream) -> assertThat(stream.isFailing()).isFalse());
		}
	}

	@Test
	void theSumHasTheBuffersTheSpoolsAndTheLatestOfBoth() {
		DeliverySnapshot both = snapshot(1, null, EARLY).plus(snapshot(1, DENIED, LATE));
		assertThat(both.balance().isBalanced()).isTrue();
		assertThat(both.bufferUsedBytes()).isEqualTo(20);
		assertThat(both.bufferLimitBytes()).isEqualTo(200);
		assertThat(both.spool()).isEqualTo(new SpoolSnapshot(2, 4, true, 0));
		assertThat(both.rejectedEntities()).containsExactly(Map.entry("Invalid", 2L));
		assertThat(both.history().lastDelivered()).isEqualTo(LATE);
		assertThat(both.history().recentFailures()).map(Failure::time).containsExactly(LATE, EARLY);
		assertThat(both.plus(DeliverySnapshot.EMPTY).spool()).isEqualTo(both.spool());
	}

	private static DeliverySnapshot snapshot(long pending, @Nullable Trouble trouble, Instant time) {
		Balance balance = new Balance(pending, 0, Map.of(), Map.of(), pending);
		Failure failure = new Failure(time, DESTINATION, DENIED);
		DeliverySnapshot.LaneStatus lane = new DeliverySnapshot.LaneStatus(
				new LaneSnapshot(DESTINATION, balance, 0, Duration.ZERO), trouble, time, failure);
		return new DeliverySnapshot(balance, List.of(lane), 10, 100, new SpoolSnapshot(1, 2, trouble != null, 0),
				Map.of("Invalid", 1L), new HistorySnapshot(time, time, null, List.of(failure)));
	}

}
