package io.github.cloudwatchlogging.delivery;

import java.time.Duration;
import java.util.Map;

import io.github.cloudwatchlogging.delivery.Outcome.Delivered;
import io.github.cloudwatchlogging.delivery.Outcome.DestinationMissing;
import io.github.cloudwatchlogging.delivery.Outcome.Refused;
import io.github.cloudwatchlogging.delivery.Outcome.TryLater;
import io.github.cloudwatchlogging.delivery.Trouble.Kind;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.ledger.Balance;
import io.github.cloudwatchlogging.ledger.DropCause;
import io.github.cloudwatchlogging.settings.BatchSettings;
import io.github.cloudwatchlogging.settings.BufferSettings;
import io.github.cloudwatchlogging.settings.CreateSettings;
import io.github.cloudwatchlogging.settings.DeliverySettings;
import io.github.cloudwatchlogging.settings.RetrySettings;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Several batches of one stream under way at once, at a service that orders events by
 * their times. Three calls may be under way; back-off is always its bound.
 */
class SideBySideTests {

	private static final long TIME = DispatcherRig.LOG_TIME;

	private static final Destination A = new Destination("group", "a");

	private static final Destination B = new Destination("group", "b");

	private static final TryLater UNAVAILABLE = new TryLater(new Trouble(Kind.UNAVAILABLE, "Code", "message"));

	private static final Refused REFUSED = new Refused(new Trouble(Kind.INVALID, "Code", "poison"));

	private final ScriptedService service = new ScriptedService(true);

	private final DispatcherRig rig = new DispatcherRig(
			new DeliverySettings(BatchSettings.DEFAULT, BufferSettings.DEFAULT, 3,
					new RetrySettings(Duration.ofSeconds(1), Duration.ofSeconds(30)), CreateSettings.DEFAULT),
			this.service);

	/**
	 * Has a first batch delivered, and then four more under way or waiting.
	 */
	private void logFourBatches() {
		deliverFirst();
		this.rig.senders.hold();
		for (int batch = 1; batch <= 4; batch++) {
			this.rig.logBatchAt(TIME + batch, A, "batch " + batch);
		}
		this.rig.turn();
	}

	private void deliverFirst() {
		this.rig.logBatchAt(TIME, A, "first");
		this.rig.settle();
	}

	private void releaseAll() {
		while (this.rig.senders.held() > 0) {
			this.rig.senders.releaseFirst();
		}
		this.rig.turn();
	}

	@Test
	void asManyBatchesAsThereMayBeCallsAreUnderWayAtOnce() {
		logFourBatches();
		assertThat(this.rig.senders.held()).isEqualTo(3);
		this.rig.senders.releaseLast();
		this.rig.turn();
		assertThat(this.rig.senders.held()).as("the fourth takes the place of the third").isEqualTo(3);
		releaseAll();
		assertThat(this.service.delivered()).containsExactly("first", "batch 3", "batch 1", "batch 2", "batch 4");
		assertThat(this.rig.balance()).isEqualTo(new Balance(5, 5, Map.of(), Map.of(), 0));
	}

	@Test
	void callsThatTakeLongGiveTheirSlotsToOtherStreamsAndNotToTheirOwn() {
		deliverFirst();
		this.rig.logBatchAt(TIME, B, "first of b");
		this.rig.settle();
		this.rig.senders.hold();
		for (int batch = 1; batch <= 4; batch++) {
			this.rig.logBatchAt(TIME + batch, A, "batch " + batch);
		}
		this.rig.turn();
		this.rig.advance(Duration.ofSeconds(3));
		this.rig.logBatchAt(TIME + 1, B, "b");
		this.rig.turn();
		assertThat(this.rig.senders.held()).isEqualTo(3 + 1);
		releaseAll();
		assertThat(this.service.delivered()).endsWith("batch 1", "batch 2", "batch 3", "b");
	}

	@Test
	void batchesThatShareAMillisecondGoOneBehindTheOther() {
		deliverFirst();
		this.rig.senders.hold();
		this.rig.logBatchAt(TIME + 1, A, "before");
		this.rig.logBatchAt(TIME + 1, A, "behind");
		this.rig.turn();
		assertThat(this.rig.senders.held()).isEqualTo(1);
		releaseAll();
		assertThat(this.rig.senders.held()).isEqualTo(1);
		releaseAll();
		assertThat(this.service.delivered()).containsExactly("first", "before", "behind");
	}

	@Test
	void aServiceThatKeepsTheOrderOfCallsHasOneAtATime() {
		DispatcherRig files = new DispatcherRig(DeliverySettings.DEFAULT, new AgreeingService());
		files.logBatchAt(TIME, A, "first");
		files.settle();
		files.senders.hold();
		files.logBatchAt(TIME + 1, A, "second");
		files.logBatchAt(TIME + 2, A, "third");
		files.turn();
		assertThat(files.senders.held()).isEqualTo(1);
	}

	@Test
	void aLaneThatWasNotAnsweredYetHasOneCall() {
		this.rig.senders.hold();
		this.rig.logBatchAt(TIME + 1, A, "one");
		this.rig.logBatchAt(TIME + 2, A, "two");
		this.rig.turn();
		assertThat(this.rig.senders.held()).isEqualTo(1);
	}

	@Test
	void everyLaneHasItsCallBeforeAnyHasAnotherBesideIt() {
		deliverFirst();
		this.rig.logBatchAt(TIME, B, "first of b");
		this.rig.settle();
		this.rig.senders.hold();
		for (int batch = 1; batch <= 3; batch++) {
			this.rig.logBatchAt(TIME + batch, A, "a " + batch);
		}
		this.rig.logBatchAt(TIME + 1, B, "b");
		this.rig.turn();
		releaseAll();
		assertThat(this.service.delivered().subList(2, 5)).containsExactlyInAnyOrder("a 1", "b", "a 2");
	}

	@Test
	void whatFailedIsSentAgainWithItsOwnBackOffAndOthersWaitForItsAnswer() {
		this.service.script(A, new Delivered(), UNAVAILABLE, new Delivered(), new Delivered());
		logFourBatches();
		releaseAll();
		assertThat(this.service.delivered()).containsExactly("first", "batch 2", "batch 3");
		assertThat(this.rig.senders.held()).as("calls during the back-off").isZero();
		this.rig.advance(Duration.ofSeconds(1));
		this.rig.turn();
		assertThat(this.rig.senders.held()).as("calls that find out").isEqualTo(1);
		releaseAll();
		releaseAll();
		assertThat(this.service.delivered()).endsWith("batch 1", "batch 4");
		assertThat(this.rig.balance()).isEqualTo(new Balance(5, 5, Map.of(), Map.of(), 0));
	}

	@Test
	void callsThatFailTogetherAreOneFailure() {
		this.service.script(A, new Delivered(), UNAVAILABLE, UNAVAILABLE, UNAVAILABLE);
		logFourBatches();
		releaseAll();
		assertThat(this.rig.listener.told()).containsExactly("failing a UNAVAILABLE");
		this.rig.advance(Duration.ofSeconds(1).minusNanos(1));
		this.rig.turn();
		assertThat(this.rig.senders.held()).isZero();
		this.rig.advance(Duration.ofNanos(1));
		this.rig.turn();
		assertThat(this.rig.senders.held()).isEqualTo(1);
	}

	@Test
	void aSuccessThatWasUnderWayBeforeDoesNotEndTheBackOff() {
		this.service.script(A, new Delivered(), UNAVAILABLE, new Delivered());
		logFourBatches();
		this.rig.senders.releaseFirst();
		this.rig.turn();
		this.rig.senders.releaseFirst();
		this.rig.turn();
		assertThat(this.service.delivered()).containsExactly("first", "batch 2");
		assertThat(this.rig.senders.held()).as("the third").isEqualTo(1);
		assertThat(this.rig.standing(A).trouble()).isNotNull();
	}

	@Test
	void aStreamThatIsMissedByAllCallsIsCreatedOnceAndItsGroupIsNot() {
		this.service.script(A, new Delivered(), new DestinationMissing(), new DestinationMissing(),
				new DestinationMissing());
		logFourBatches();
		releaseAll();
		this.rig.advance(Duration.ofSeconds(1));
		this.rig.turn();
		assertThat(this.rig.senders.held()).isEqualTo(1);
		releaseAll();
		for (int turn = 0; turn < 4; turn++) {
			releaseAll();
		}
		assertThat(this.service.calls()).filteredOn((call) -> call.startsWith("create"))
			.containsExactly("create stream a");
		assertThat(this.service.delivered()).containsExactly("first", "batch 1", "batch 2", "batch 3", "batch 4");
	}

	@Test
	void aRefusedBatchIsHalvedOnceThoseBeforeItAreAnswered() {
		deliverFirst();
		this.rig.senders.hold();
		this.rig.logBatchAt(TIME + 1, A, "one");
		this.rig.logBatchAt(TIME + 2, A, "two");
		this.rig.logBatchAt(TIME + 3, A, "good", "bad");
		this.rig.turn();
		this.service.script(A, REFUSED, new Delivered(), new Delivered(), new Delivered(), REFUSED);
		this.rig.senders.releaseLast();
		this.rig.turn();
		assertThat(this.rig.senders.held()).as("those before it").isEqualTo(2);
		for (int turn = 0; turn < 3; turn++) {
			releaseAll();
		}
		assertThat(this.service.delivered()).containsExactly("first", "one", "two", "good");
		assertThat(this.rig.balance()).isEqualTo(new Balance(5, 4, Map.of(), Map.of(DropCause.REFUSED, 1L), 0));
	}

}
