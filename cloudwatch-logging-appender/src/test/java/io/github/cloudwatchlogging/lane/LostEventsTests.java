package io.github.cloudwatchlogging.lane;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.cloudwatchlogging.batch.Batch;
import io.github.cloudwatchlogging.batch.ByteBudget;
import io.github.cloudwatchlogging.batch.HeapStore;
import io.github.cloudwatchlogging.batch.RoomSignal;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.event.MessageBytes;
import io.github.cloudwatchlogging.event.Severity;
import io.github.cloudwatchlogging.ledger.DropCause;
import io.github.cloudwatchlogging.ledger.RejectCause;
import io.github.cloudwatchlogging.ledger.Settlement;
import io.github.cloudwatchlogging.settings.BatchSettings;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an observer of losses is shown by {@link Lanes}.
 */
class LostEventsTests {

	private static final Destination DESTINATION = new Destination("group", "stream");

	private final List<String> lost = new ArrayList<>();

	private final Lanes lanes = new Lanes(new BatchSettings(Duration.ofSeconds(5), 1_048_576, 100),
			new HeapStore(new ByteBudget(20_000, 1, new RoomSignal())), () -> 0,
			(cause, destination, timestamp, buffer, offset, length) -> this.lost
				.add(cause + " " + ((destination != null) ? destination.stream() : "-") + " " + timestamp + " "
						+ new String(buffer, offset, length, StandardCharsets.UTF_8)));

	private final Lane lane = this.lanes.lane(DESTINATION);

	@Test
	void anEventThatFindsNoRoomIsShown() {
		append(1, "a");
		append(2, "x".repeat(30_000));
		assertThat(this.lost).containsExactly("BUFFER_FULL stream 2 " + "x".repeat(30_000));
	}

	@Test
	void anEventAfterTheStopIsShown() {
		this.lanes.refuseEvents();
		append(3, "late");
		assertThat(this.lost).containsExactly("STOPPED stream 3 late");
	}

	@Test
	void anEventWithoutALaneIsShown() {
		this.lanes.drop(DropCause.ENCODER_FAILED, 4, "a.Logger: Boom".getBytes(StandardCharsets.UTF_8));
		assertThat(this.lost).containsExactly("ENCODER_FAILED - 4 a.Logger: Boom");
	}

	@Test
	void deliveredEventsAreNotShown() {
		append(1, "a");
		this.lane.settle(batch(), Settlement.delivered(1));
		assertThat(this.lost).isEmpty();
	}

	@Test
	void theEventsOfARefusedBatchAreShownOnce() {
		append(1, "a");
		append(2, "b");
		Batch batch = batch();
		this.lane.settle(batch, Settlement.dropped(DropCause.REFUSED, 2));
		this.lane.settle(batch, Settlement.dropped(DropCause.SHUTDOWN, 2));
		assertThat(this.lost).containsExactly("REFUSED stream 1 a", "REFUSED stream 2 b");
	}

	@Test
	void theOneBadEventOfABatchIsShownAndNoneOfTheOthers() {
		append(1, "good");
		append(2, "bad");
		append(3, "good too");
		append(4, "left");
		Batch batch = batch();
		this.lane.settle(batch, Settlement.delivered(1));
		this.lane.settle(batch, Settlement.dropped(DropCause.REFUSED, 1));
		this.lane.settle(batch, Settlement.delivered(1));
		this.lanes.abandon(DropCause.SHUTDOWN);
		assertThat(this.lost).containsExactly("REFUSED stream 2 bad", "SHUTDOWN stream 4 left");
	}

	@Test
	void whatIsEvictedIsShown() {
		append(1, "a");
		append(2, "b");
		this.lane.seal();
		assertThat(this.lanes.evictOldestBatch()).isTrue();
		assertThat(this.lost).containsExactly("BUFFER_FULL stream 1 a", "BUFFER_FULL stream 2 b");
	}

	@Test
	void whatIsAbandonedIsShown() {
		append(1, "a");
		this.lane.seal();
		append(2, "b");
		this.lanes.abandon(DropCause.SHUTDOWN);
		assertThat(this.lost).containsExactly("SHUTDOWN stream 1 a", "SHUTDOWN stream 2 b");
	}

	@Test
	void whatTheServiceLeftOutIsShownByItsTimeAndNotByWhenItWasLogged() {
		append(30, "good");
		append(20, "expired");
		append(40, "too new");
		append(10, "too old");
		this.lane.settle(batch(), new Settlement(1,
				Map.of(RejectCause.TOO_OLD, 1L, RejectCause.EXPIRED, 1L, RejectCause.TOO_NEW, 1L), Map.of()));
		assertThat(this.lost).containsExactly("TOO_OLD stream 10 too old", "EXPIRED stream 20 expired",
				"TOO_NEW stream 40 too new");
	}

	private void append(long timestamp, String message) {
		MessageBytes bytes = MessageBytes.of(message.getBytes(StandardCharsets.UTF_8));
		if (this.lane.append(Severity.HIGH, timestamp, bytes) == Appended.NO_ROOM) {
			this.lane.drop(DropCause.BUFFER_FULL, timestamp, bytes);
		}
	}

	private Batch batch() {
		return this.lane.seal().get(0);
	}

}
