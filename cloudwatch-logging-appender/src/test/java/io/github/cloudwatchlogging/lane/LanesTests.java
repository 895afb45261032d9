package io.github.cloudwatchlogging.lane;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import io.github.cloudwatchlogging.batch.Batch;
import io.github.cloudwatchlogging.batch.ByteBudget;
import io.github.cloudwatchlogging.batch.HeapStore;
import io.github.cloudwatchlogging.batch.RoomSignal;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.event.MessageBytes;
import io.github.cloudwatchlogging.event.Severity;
import io.github.cloudwatchlogging.ledger.Balance;
import io.github.cloudwatchlogging.ledger.DropCause;
import io.github.cloudwatchlogging.ledger.LossObserver;
import io.github.cloudwatchlogging.settings.BatchSettings;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link Lanes}.
 */
class LanesTests {

	private final ByteBudget memory = new ByteBudget(1_000_000, 1, new RoomSignal());

	private final Lanes lanes = new Lanes(BatchSettings.DEFAULT, new HeapStore(this.memory), () -> 0,
			LossObserver.NONE);

	@Test
	void thereIsOneLaneForEachDestination() {
		Lane lane = this.lanes.lane(new Destination("group", "a"));
		assertThat(this.lanes.lane(new Destination("group", "a"))).isSameAs(lane);
		assertThat(this.lanes.lane(new Destination("group", "b"))).isNotSameAs(lane);
		assertThat(this.lanes.all()).hasSize(2);
	}

	@Test
	void allLanesShareOneMemory() {
		this.lanes.lane(new Destination("group", "a")).append(Severity.HIGH, 0, MessageBytes.of(new byte[600_000]));
		Lane other = this.lanes.lane(new Destination("group", "b"));
		assertThat(other.append(Severity.HIGH, 0, MessageBytes.of(new byte[600_000]))).isEqualTo(Appended.NO_ROOM);
		assertThat(other.snapshot(0).balance()).as("not counted yet").isEqualTo(Balance.ZERO);
	}

	@Test
	void evictsTheBatchThatWaitedLongestOverAllLanes() {
		AtomicLong clock = new AtomicLong(5);
		Lanes timed = new Lanes(BatchSettings.DEFAULT, new HeapStore(this.memory), clock::get, LossObserver.NONE);
		for (String stream : List.of("second", "first", "third")) {
			clock.set(List.of("first", "second", "third").indexOf(stream));
			timed.lane(new Destination("group", stream)).append(Severity.HIGH, 0, MessageBytes.of(new byte[1]));
		}
		assertThat(timed.evictOldestBatch()).as("nothing is sealed").isFalse();
		timed.sealFirst();
		assertThat(timed.evictOldestBatch()).isTrue();
		assertThat(timed.lane(new Destination("group", "first")).droppedForRoom()).isEqualTo(1);
		assertThat(timed.droppedForRoom()).isEqualTo(1);
		assertThat(timed.evictOldestBatch()).isTrue();
		assertThat(timed.lane(new Destination("group", "second")).droppedForRoom()).isEqualTo(1);
	}

	@Test
	void whoeverWaitsForRoomHasEveryLaneSendAndNoneSendAHandfulBehindAFullBatch() {
		Lanes small = new Lanes(new BatchSettings(Duration.ofSeconds(5), 1_048_576, 2), new HeapStore(this.memory),
				() -> 0, LossObserver.NONE);
		Lane busy = small.lane(new Destination("group", "busy"));
		Lane quiet = small.lane(new Destination("group", "quiet"));
		for (int event = 0; event < 3; event++) {
			busy.append(Severity.HIGH, event, MessageBytes.of(new byte[1]));
		}
		quiet.append(Severity.HIGH, 0, MessageBytes.of(new byte[1]));
		small.sealFirst();
		assertThat(quiet.hasNext(true)).isTrue();
		assertThat(busy.take(true)).extracting(Batch::count).isEqualTo(2);
		assertThat(busy.hasNext(true)).as("the third event stays in the open batch").isFalse();
	}

	@Test
	void anEventWithoutALaneIsCounted() {
		this.lanes.drop(DropCause.ENCODER_FAILED, 0, new byte[0]);
		assertThat(this.lanes.snapshot(0).balance())
			.isEqualTo(new Balance(1, 0, Map.of(), Map.of(DropCause.ENCODER_FAILED, 1L), 0));
		assertThat(this.lanes.snapshot(0).balance().isBalanced()).isTrue();
	}

	@Test
	void onceEventsAreRefusedLaterLanesRefuseThemToo() {
		Lane early = this.lanes.lane(new Destination("group", "early"));
		this.lanes.refuseEvents();
		Lane late = this.lanes.lane(new Destination("group", "late"));
		early.append(Severity.HIGH, 0, MessageBytes.of(new byte[1]));
		late.append(Severity.HIGH, 0, MessageBytes.of(new byte[1]));
		Balance refused = new Balance(1, 0, Map.of(), Map.of(DropCause.STOPPED, 1L), 0);
		assertThat(early.snapshot(0).balance()).isEqualTo(refused);
		assertThat(late.snapshot(0).balance()).isEqualTo(refused);
	}

	@Test
	void allLanesGiveUpTogether() {
		this.lanes.lane(new Destination("group", "a")).append(Severity.HIGH, 0, MessageBytes.of(new byte[1]));
		this.lanes.lane(new Destination("group", "b")).append(Severity.HIGH, 0, MessageBytes.of(new byte[1]));
		this.lanes.abandon(DropCause.SHUTDOWN);
		assertThat(this.lanes.all()).allSatisfy((lane) -> assertThat(lane.snapshot(0).balance())
			.isEqualTo(new Balance(1, 0, Map.of(), Map.of(DropCause.SHUTDOWN, 1L), 0)));
		assertThat(this.memory.usedBytes()).isZero();
	}

}
