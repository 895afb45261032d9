package io.github.cloudwatchlogging.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.ledger.Balance;
import io.github.cloudwatchlogging.settings.CreateSettings;
import io.github.cloudwatchlogging.settings.DeliverySettings;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link Dispatcher}, turn by turn: when a batch is sent, and which lane's. A batch waits
 * at most five seconds.
 */
class DispatcherTests {

	private static final Destination A = new Destination("group", "a");

	private static final Destination B = new Destination("group", "b");

	private static final Destination C = new Destination("group", "c");

	private static final Duration MAX_DELAY = Duration.ofSeconds(5);

	private static final Duration LONGEST_WAIT = MAX_DELAY.dividedBy(2);

	private final ScriptedService service = new ScriptedService();

	private final DispatcherRig rig = DispatcherRig.withBackOff(2, CreateSettings.DEFAULT, this.service);

	@Test
	void withNothingToDoTheNextTurnIsDueWhenABatchCouldBeDue() {
		assertThat(this.rig.turn()).isEqualTo(LONGEST_WAIT);
	}

	@Test
	void aBatchIsSentWhenItsDeadlineHasCome() {
		this.rig.log(A, "one");
		this.rig.advance(Duration.ofSeconds(2));
		this.rig.log(A, "two");
		this.rig.settle();
		this.rig.advance(Duration.ofSeconds(1));
		assertThat(this.rig.settle()).isEqualTo(Duration.ofSeconds(2));
		this.rig.advance(Duration.ofSeconds(2).minusNanos(1));
		assertThat(this.rig.settle()).isEqualTo(Duration.ofNanos(1));
		assertThat(this.service.calls()).isEmpty();
		this.rig.advance(Duration.ofNanos(1));
		assertThat(this.rig.settle()).isEqualTo(LONGEST_WAIT);
		assertThat(this.service.calls()).containsExactly("put a [one, two]");
		assertThat(this.rig.balance()).isEqualTo(new Balance(2, 2, Map.of(), Map.of(), 0));
	}

	@Test
	void theBatchOfALaneThatWasQuietIsSentUpToHalfTheDelayBeforeItsDeadline() {
		DispatcherRig early = new DispatcherRig(DeliverySettings.DEFAULT, this.service, () -> 0);
		for (String message : List.of("first", "after an hour")) {
			early.settle();
			early.log(A, message);
			early.runFor(LONGEST_WAIT.minusNanos(1));
			assertThat(this.service.delivered()).doesNotContain(message);
			early.runFor(Duration.ofNanos(1));
			assertThat(this.service.delivered()).contains(message);
			early.runFor(Duration.ofHours(1));
		}
	}

	@Test
	void aBusyLaneSendsOnceForEachDeadline() {
		DispatcherRig early = new DispatcherRig(DeliverySettings.DEFAULT, this.service, () -> 0);
		early.settle();
		early.log(A, "first");
		early.runFor(LONGEST_WAIT);
		assertThat(this.service.calls()).hasSize(1);
		for (int put = 2; put < 10; put++) {
			early.log(A, "next");
			early.runFor(MAX_DELAY.minusNanos(1));
			assertThat(this.service.calls()).hasSize(put - 1);
			early.runFor(Duration.ofNanos(1));
			assertThat(this.service.calls()).hasSize(put);
		}
	}

	@Test
	void aSealedBatchIsSentInTheNextTurn() {
		this.rig.logBatches(A, "one");
		this.rig.turn();
		assertThat(this.service.calls()).containsExactly("put a [one]");
		assertThat(this.rig.balance().pending()).as("pending until the answer is applied").isEqualTo(1);
		this.rig.turn();
		assertThat(this.rig.balance().pending()).isZero();
	}

	@Test
	void aCallThatComesBackWakesTheDispatcher() {
		this.rig.senders.hold();
		this.rig.logBatches(A, "one");
		this.rig.turn();
		assertThat(this.rig.wakeUps).isZero();
		this.rig.senders.releaseFirst();
		assertThat(this.rig.wakeUps).isEqualTo(1);
	}

	@Test
	void aLaneHasOneCallUnderWayAndKeepsItsOrder() {
		this.rig.senders.hold();
		this.rig.logBatches(A, "one", "two", "three");
		for (String message : List.of("one", "two", "three")) {
			this.rig.turn();
			this.rig.turn();
			assertThat(this.rig.senders.held()).isEqualTo(1);
			this.rig.senders.releaseFirst();
			assertThat(this.service.delivered()).last().isEqualTo(message);
		}
		this.rig.turn();
		assertThat(this.rig.senders.held()).isZero();
		assertThat(this.service.calls()).containsExactly("put a [one]", "put a [two]", "put a [three]");
	}

	@Test
	void noMoreCallsAreUnderWayThanTheConcurrencyAllows() {
		this.rig.senders.hold();
		this.rig.logBatches(A, "one");
		this.rig.logBatches(B, "one");
		this.rig.logBatches(C, "one");
		assertThat(this.rig.turn()).as("nothing to do until a call comes back, or takes long")
			.isEqualTo(Duration.ofSeconds(2));
		assertThat(this.rig.turn()).isEqualTo(Duration.ofSeconds(2));
		assertThat(this.rig.senders.held()).isEqualTo(2);
		this.rig.senders.releaseLast();
		this.rig.turn();
		assertThat(this.rig.senders.held()).isEqualTo(2);
		this.rig.senders.releaseFirst();
		this.rig.senders.releaseFirst();
		this.rig.turn();
		assertThat(this.service.delivered()).hasSize(3);
		assertThat(this.rig.balance()).isEqualTo(new Balance(3, 3, Map.of(), Map.of(), 0));
	}

	@Test
	void aDeadlineIsKeptInMindWhileAllSendersAreBusy() {
		this.rig.senders.hold();
		this.rig.logBatches(A, "one");
		this.rig.logBatches(B, "one");
		this.rig.log(C, "one");
		this.rig.advance(Duration.ofSeconds(4));
		assertThat(this.rig.turn()).isEqualTo(Duration.ofSeconds(1));
	}

	@Test
	void aBusyLaneDoesNotStarveAQuietOne() {
		DispatcherRig one = DispatcherRig.withBackOff(1, CreateSettings.DEFAULT, this.service);
		one.senders.hold();
		one.logBatches(A, "1", "2", "3", "4", "5");
		one.turn();
		one.advance(Duration.ofMillis(1));
		one.logBatches(B, "new");
		one.logBatches(C, "new");
		for (int call = 0; call < 5; call++) {
			one.turn();
			one.advance(Duration.ofMillis(1));
			one.senders.releaseFirst();
		}
		assertThat(this.service.calls().subList(0, 2)).containsExactly("put a [1]", "put a [2]");
		assertThat(this.service.calls().subList(2, 4)).containsExactlyInAnyOrder("put b [new]", "put c [new]");
		assertThat(this.service.calls().get(4)).isEqualTo("put a [3]");
		one.logBatches(B, "quiet");
		one.turn();
		one.senders.releaseFirst();
		assertThat(this.service.calls().get(5)).as("whoever waited longest").isEqualTo("put b [quiet]");
	}

	@Test
	void turnsOnTimeDeliverEachDeadlineOnTime() {
		List<String> expected = new ArrayList<>();
		for (int second = 0; second < 60; second++) {
			this.rig.log((second % 3 == 0) ? A : B, "at " + second);
			expected.add("at " + second);
			this.rig.runFor(Duration.ofSeconds(1));
		}
		assertThat(this.service.delivered()).hasSizeGreaterThanOrEqualTo(54);
		this.rig.runFor(MAX_DELAY);
		assertThat(this.service.delivered()).containsExactlyInAnyOrderElementsOf(expected);
	}

}
