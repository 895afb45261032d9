package io.github.cloudwatchlogging.lane;

import java.util.Map;

import io.github.cloudwatchlogging.batch.MemoryBudget;
import io.github.cloudwatchlogging.event.Destination;
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

	private final MemoryBudget memory = new MemoryBudget(1_000_000);

	private final Lanes lanes = new Lanes(BatchSettings.DEFAULT, this.memory, () -> 0, LossObserver.NONE);

	@Test
	void thereIsOneLaneForEachDestination() {
		Lane lane = this.lanes.lane(new Destination("group", "a"));
		assertThat(this.lanes.lane(new Destination("group", "a"))).isSameAs(lane);
		assertThat(this.lanes.lane(new Destination("group", "b"))).isNotSameAs(lane);
		assertThat(this.lanes.all()).hasSize(2);
	}

	@Test
	void allLanesShareOneMemory() {
		this.lanes.lane(new Destination("group", "a")).append(0, new byte[600_000]);
		Lane other = this.lanes.lane(new Destination("group", "b"));
		other.append(0, new byte[600_000]);
		assertThat(other.snapshot(0).balance())
			.isEqualTo(new Balance(1, 0, Map.of(), Map.of(DropCause.BUFFER_FULL, 1L), 0));
	}

	@Test
	void anEventWithoutALaneIsCounted() {
		this.lanes.drop(DropCause.ENCODER_FAILED, 0, new byte[0]);
		assertThat(this.lanes.unroutedBalance())
			.isEqualTo(new Balance(1, 0, Map.of(), Map.of(DropCause.ENCODER_FAILED, 1L), 0));
		assertThat(this.lanes.unroutedBalance().isBalanced()).isTrue();
	}

	@Test
	void onceEventsAreRefusedLaterLanesRefuseThemToo() {
		Lane early = this.lanes.lane(new Destination("group", "early"));
		this.lanes.refuseEvents();
		Lane late = this.lanes.lane(new Destination("group", "late"));
		early.append(0, new byte[1]);
		late.append(0, new byte[1]);
		Balance refused = new Balance(1, 0, Map.of(), Map.of(DropCause.STOPPED, 1L), 0);
		assertThat(early.snapshot(0).balance()).isEqualTo(refused);
		assertThat(late.snapshot(0).balance()).isEqualTo(refused);
	}

	@Test
	void allLanesGiveUpTogether() {
		this.lanes.lane(new Destination("group", "a")).append(0, new byte[1]);
		this.lanes.lane(new Destination("group", "b")).append(0, new byte[1]);
		this.lanes.abandon(DropCause.SHUTDOWN);
		assertThat(this.lanes.all()).allSatisfy((lane) -> assertThat(lane.snapshot(0).balance())
			.isEqualTo(new Balance(1, 0, Map.of(), Map.of(DropCause.SHUTDOWN, 1L), 0)));
		assertThat(this.memory.usedBytes()).isZero();
	}

}
