package io.github.cloudwatchlogging.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import io.github.cloudwatchlogging.batch.Batch;
import io.github.cloudwatchlogging.batch.ByteBudget;
import io.github.cloudwatchlogging.batch.EventRecords;
import io.github.cloudwatchlogging.batch.EventVisitor;
import io.github.cloudwatchlogging.batch.HeapStore;
import io.github.cloudwatchlogging.batch.RoomSignal;
import io.github.cloudwatchlogging.batch.UnreadableBatchException;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.event.MessageBytes;
import io.github.cloudwatchlogging.event.Severity;
import io.github.cloudwatchlogging.ledger.Balance;
import io.github.cloudwatchlogging.ledger.DropCause;
import io.github.cloudwatchlogging.settings.BatchSettings;
import io.github.cloudwatchlogging.settings.DeliverySettings;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Batches that are kept for long, or come from a process that has ended.
 */
class KeptBatchesTests {

	private static final Destination A = new Destination("group", "a");

	private static final Outcome.TryLater UNAVAILABLE = new Outcome.TryLater(
			new Trouble(Trouble.Kind.UNAVAILABLE, "Code", "message"));

	private final ScriptedService service = new ScriptedService();

	private final DispatcherRig rig = new DispatcherRig(DeliverySettings.DEFAULT, this.service);

	@Test
	void whileTheServiceIsAwayOneBatchGathersWhatComes() {
		this.service.script(A, UNAVAILABLE, UNAVAILABLE, UNAVAILABLE);
		this.rig.log(A, "one");
		this.rig.runFor(Duration.ofSeconds(6));
		this.rig.log(A, "two");
		this.rig.runFor(Duration.ofSeconds(1));
		this.rig.log(A, "three");
		this.rig.runFor(Duration.ofSeconds(20));
		assertThat(this.service.calls()).containsExactly("put a [one]", "put a [one]", "put a [one]", "put a [one]",
				"put a [two, three]");
	}

	@Test
	void recoveredEventsAreCountedAndDeliveredInTheirOrder() {
		this.rig.lanes.recover(A, recovered(0, "old 1", "old 2"));
		this.rig.lanes.recover(A, recovered(0, "old 3"));
		assertThat(this.rig.balance()).isEqualTo(new Balance(0, 3, 0, Map.of(), Map.of(), 0, 3));
		this.rig.settle();
		assertThat(this.service.calls()).containsExactly("put a [old 1, old 2]", "put a [old 3]");
		assertThat(this.rig.balance()).isEqualTo(new Balance(0, 3, 3, Map.of(), Map.of(), 0, 0));
	}

	@Test
	void newEventsDoNotWaitForRecoveredOnesNorTheseForThem() {
		this.rig.senders.hold();
		this.rig.lanes.recover(A, recovered(0, "old"));
		this.rig.logBatches(A, "new");
		this.rig.turn();
		assertThat(this.rig.senders.held()).as("calls under way").isEqualTo(2);
	}

	@Test
	void whatHadEndedBeforeTheCrashIsNotSentAgain() {
		this.rig.lanes.recover(A, recovered(2, "delivered 1", "delivered 2", "left"));
		this.rig.settle();
		assertThat(this.service.calls()).containsExactly("put a [left]");
		assertThat(this.rig.balance()).isEqualTo(new Balance(0, 1, 1, Map.of(), Map.of(), 0, 0));
	}

	@Test
	void theLaneOfRecoveredEventsIsClosedOnceTheyAreOut() {
		this.rig.lanes.recover(A, recovered(0, "old"));
		this.rig.settle();
		this.rig.turn();
		assertThat(this.rig.lanes.all()).isEmpty();
		assertThat(this.rig.balance().delivered()).isEqualTo(1);
	}

	@Test
	void eventsThatLeaveTheServicesFourteenDaysAreGivenUpAndTheOthersAreSent() {
		this.service.script(A, UNAVAILABLE);
		this.rig.lanes.lane(A).append(Severity.HIGH, DispatcherRig.LOG_TIME - 1_000, bytes("older"));
		this.rig.lanes.lane(A).append(Severity.HIGH, DispatcherRig.LOG_TIME + 60_000, bytes("newer"));
		this.rig.lanes.lane(A).seal();
		this.rig.settle();
		this.rig.advance(Duration.ofDays(14));
		this.rig.settle();
		assertThat(this.service.calls()).containsExactly("put a [older, newer]", "put a [newer]");
		assertThat(this.rig.balance()).isEqualTo(new Balance(2, 1, Map.of(), Map.of(DropCause.EXPIRED, 1L), 0));
		assertThat(this.rig.listener.told()).contains("expired a 1");
	}

	@Test
	void aBatchOfWhichAllHasExpiredMakesWayForTheNext() {
		this.rig.lanes.recover(A, recovered(0, "expired"));
		this.rig.advance(Duration.ofDays(15));
		this.rig.settle();
		assertThat(this.service.calls()).isEmpty();
		assertThat(this.rig.balance()).isEqualTo(new Balance(0, 1, 0, Map.of(), Map.of(DropCause.EXPIRED, 1L), 0, 0));
	}

	@Test
	void aBatchThatCannotBeReadBackIsGivenUpAndTheNextIsSent() {
		this.rig.lanes.recover(A, Batch.recovered(BatchSettings.DEFAULT, new VanishingRecords(), 0, 0));
		this.rig.lanes.recover(A, recovered(0, "next"));
		this.rig.settle();
		assertThat(this.service.calls()).containsExactly("put a [next]");
		assertThat(this.rig.balance())
			.isEqualTo(new Balance(0, 2, 1, Map.of(), Map.of(DropCause.UNREADABLE, 1L), 0, 0));
		assertThat(this.rig.listener.told()).contains("unreadable a 1");
	}

	private static Batch recovered(int settled, String... messages) {
		EventRecords records = records();
		for (String message : messages) {
			records.append(DispatcherRig.LOG_TIME, bytes(message), Severity.HIGH);
		}
		return Batch.recovered(BatchSettings.DEFAULT, records, 0, settled);
	}

	private static EventRecords records() {
		return new HeapStore(new ByteBudget(1_000_000, 1, new RoomSignal())).open(A);
	}

	private static MessageBytes bytes(String text) {
		return MessageBytes.of(text.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Can be read once.
	 */
	private static final class VanishingRecords implements EventRecords {

		private boolean gone;

		@Override
		public Appending append(long timestamp, MessageBytes message, Severity severity) {
			return Appending.BROKEN;
		}

		@Override
		public void forEach(EventVisitor visitor) {
			if (this.gone) {
				throw new UnreadableBatchException("gone", null);
			}
			this.gone = true;
			visitor.event(DispatcherRig.LOG_TIME, bytes("vanishing").buffer(), 0, 9);
		}

		@Override
		public void release() {
		}

	}

}
