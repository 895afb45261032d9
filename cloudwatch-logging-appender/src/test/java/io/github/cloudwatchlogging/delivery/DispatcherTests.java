package io.github.cloudwatchlogging.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.cloudwatchlogging.delivery.Outcome.Created;
import io.github.cloudwatchlogging.delivery.Outcome.Delivered;
import io.github.cloudwatchlogging.delivery.Outcome.DestinationMissing;
import io.github.cloudwatchlogging.delivery.Outcome.PartlyRejected;
import io.github.cloudwatchlogging.delivery.Outcome.Refused;
import io.github.cloudwatchlogging.delivery.Outcome.TryLater;
import io.github.cloudwatchlogging.delivery.Trouble.Kind;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.ledger.Balance;
import io.github.cloudwatchlogging.ledger.DropCause;
import io.github.cloudwatchlogging.ledger.RejectCause;
import io.github.cloudwatchlogging.settings.BatchSettings;
import io.github.cloudwatchlogging.settings.BufferSettings;
import io.github.cloudwatchlogging.settings.CreateSettings;
import io.github.cloudwatchlogging.settings.DeliverySettings;
import io.github.cloudwatchlogging.settings.RetrySettings;
import io.github.cloudwatchlogging.settings.WhenFull;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link Dispatcher}, {@link Course} and {@link Verdicts}, turn by turn. A batch waits at
 * most five seconds; back-off is always its bound: 1, 2, 4, ... up to 30 seconds.
 */
class DispatcherTests {

	private static final Destination A = new Destination("group", "a");

	private static final Destination B = new Destination("group", "b");

	private static final Destination C = new Destination("group", "c");

	private static final Duration MAX_DELAY = Duration.ofSeconds(5);

	private static final Duration LONGEST_WAIT = MAX_DELAY.dividedBy(2);

	private static final TryLater THROTTLED = tryLater(Kind.THROTTLED);

	private final ScriptedService service = new ScriptedService();

	private final DispatcherRig rig = rig(2, CreateSettings.DEFAULT);

	private DispatcherRig rig(int concurrency, CreateSettings create) {
		return new DispatcherRig(new DeliverySettings(BatchSettings.DEFAULT, BufferSettings.DEFAULT, concurrency,
				new RetrySettings(Duration.ofSeconds(1), Duration.ofSeconds(30)), create), this.service);
	}

	private static TryLater tryLater(Kind kind) {
		return new TryLater(new Trouble(kind, "Code", "message"));
	}

	@Test
	void whatIsDeliveredOfABatchIsSettledAndTheRestIsSentLater() {
		this.rig.logBatches(A, "before");
		this.rig.settle();
		this.rig.log(A, "one", "two", "three");
		this.rig.lanes.lane(A).seal();
		this.service.script(A, new Outcome.PartlyDelivered(2, new Trouble(Kind.STORAGE, "IOException", "full")));
		this.rig.settle();
		assertThat(this.rig.balance(A)).isEqualTo(new Balance(4, 3, Map.of(), Map.of(), 1));
		this.rig.runFor(Duration.ofSeconds(2));
		assertThat(this.service.calls().subList(1, 3)).containsExactly("put a [one, two, three]", "put a [three]");
		assertThat(this.rig.balance(A)).isEqualTo(new Balance(4, 4, Map.of(), Map.of(), 0));
	}

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
	void aBatchThatFailedIsSentAgainBeforeTheNext() {
		this.service.script(A, THROTTLED);
		this.rig.logBatches(A, "one", "two");
		this.rig.runFor(Duration.ofSeconds(1));
		assertThat(this.service.calls()).containsExactly("put a [one]", "put a [one]", "put a [two]");
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
	void aWaitingLaneDelaysNoOther() {
		this.service.script(A, tryLater(Kind.DENIED));
		this.rig.logBatches(A, "one");
		this.rig.settle();
		this.rig.logBatches(B, "one", "two");
		this.rig.settle();
		assertThat(this.service.calls()).containsExactly("put a [one]", "put b [one]", "put b [two]");
		assertThat(this.rig.balance(A).pending()).isEqualTo(1);
		assertThat(this.rig.balance(B)).isEqualTo(new Balance(2, 2, Map.of(), Map.of(), 0));
	}

	@Test
	void aBusyLaneDoesNotStarveAQuietOne() {
		DispatcherRig one = rig(1, CreateSettings.DEFAULT);
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
	void theWaitGrowsFromFailureToFailure() {
		this.service.script(A, THROTTLED, THROTTLED, THROTTLED, THROTTLED, THROTTLED, THROTTLED, THROTTLED);
		this.rig.logBatches(A, "one");
		for (int seconds : new int[] { 1, 2, 4, 8, 16, 30, 30 }) {
			int calls = this.service.calls().size();
			Duration wait = this.rig.settle();
			assertThat(wait).isEqualTo((seconds <= 2) ? Duration.ofSeconds(seconds) : LONGEST_WAIT);
			this.rig.advance(Duration.ofSeconds(seconds).minusNanos(1));
			this.rig.settle();
			assertThat(this.service.calls()).hasSize(calls + 1);
			this.rig.advance(Duration.ofNanos(1));
		}
		this.rig.settle();
		assertThat(this.service.delivered()).containsExactly("one");
	}

	@Test
	void theWaitBeginsAnewAfterASuccess() {
		this.service.script(A, THROTTLED, THROTTLED, THROTTLED, new Delivered(), THROTTLED);
		this.rig.logBatches(A, "one", "two");
		this.rig.settle();
		this.rig.advance(Duration.ofSeconds(1));
		this.rig.settle();
		this.rig.advance(Duration.ofSeconds(2));
		this.rig.settle();
		this.rig.advance(Duration.ofSeconds(4));
		assertThat(this.rig.settle()).as("after one and the first failure of two").isEqualTo(Duration.ofSeconds(1));
	}

	@Test
	void aLaneThatIsThrottledGathersMoreEventsForFewerCalls() {
		this.service.script(A, THROTTLED, THROTTLED, THROTTLED, THROTTLED);
		this.rig.logBatches(A, "one");
		this.rig.runFor(Duration.ofSeconds(1 + 2 + 4));
		this.rig.log(A, "two");
		this.rig.runFor(Duration.ofSeconds(8));
		assertThat(this.service.delivered()).containsExactly("one");
		this.rig.log(A, "three");
		this.rig.runFor(Duration.ofSeconds(8).minusNanos(1));
		assertThat(this.service.delivered()).as("the pause is as long as the last wait").containsExactly("one");
		this.rig.runFor(Duration.ofNanos(1));
		assertThat(this.service.calls()).last().isEqualTo("put a [two, three]");
		this.rig.log(A, "four");
		this.rig.runFor(Duration.ofSeconds(6).minusNanos(1));
		assertThat(this.service.delivered()).as("a quarter less").doesNotContain("four");
		this.rig.runFor(Duration.ofNanos(1));
		assertThat(this.service.delivered()).contains("four");
		this.rig.log(A, "five");
		this.rig.runFor(MAX_DELAY);
		assertThat(this.service.delivered()).as("no longer than the deadline").contains("five");
	}

	@Test
	void aBatchThatIsFullWaitsForNoPause() {
		this.service.script(A, THROTTLED, THROTTLED, THROTTLED, THROTTLED);
		this.rig.logBatches(A, "one");
		this.rig.runFor(Duration.ofSeconds(1 + 2 + 4 + 8));
		this.rig.logBatches(A, "two");
		this.rig.settle();
		assertThat(this.service.delivered()).containsExactly("one", "two");
	}

	@Test
	void anOutageLeavesNoPauseBehind() {
		TryLater unavailable = tryLater(Kind.UNAVAILABLE);
		this.service.script(A, unavailable, unavailable, unavailable, unavailable);
		this.rig.logBatches(A, "one");
		this.rig.runFor(Duration.ofSeconds(1 + 2 + 4));
		this.rig.log(A, "two");
		this.rig.runFor(Duration.ofSeconds(8));
		assertThat(this.service.delivered()).containsExactly("one", "two");
	}

	@Test
	void creationsThatAreThrottledPutOffNoEventsAfterwards() {
		this.service.script(A, new DestinationMissing(), THROTTLED);
		this.rig.logBatches(A, "one");
		this.rig.runFor(Duration.ofSeconds(1));
		this.rig.runFor(Duration.ofSeconds(30).minusNanos(1));
		assertThat(this.service.calls()).hasSize(2);
		this.rig.log(A, "two");
		this.rig.runFor(Duration.ofNanos(1).plus(MAX_DELAY));
		assertThat(this.service.delivered()).containsExactly("one", "two");
	}

	@Test
	void theWaitIsSpreadBehindWhatTheServiceAsksFor() {
		this.service.script(A, new TryLater(THROTTLED.trouble(), Duration.ofSeconds(20)));
		this.rig.logBatches(A, "one");
		this.rig.settle();
		this.rig.runFor(Duration.ofSeconds(21).minusNanos(1));
		assertThat(this.service.calls()).hasSize(1);
		this.rig.runFor(Duration.ofNanos(1));
		assertThat(this.service.delivered()).containsExactly("one");
	}

	@ParameterizedTest
	@EnumSource
	void onlyTroubleThatNeedsSomebodysInterventionWaitsLongAtOnce(Kind kind) {
		this.service.script(A, tryLater(kind));
		this.rig.logBatches(A, "one");
		this.rig.settle();
		Duration expected = Duration.ofSeconds(kind.isSlow() ? 30 : 1);
		this.rig.runFor(expected.minusMillis(1));
		assertThat(this.service.calls()).hasSize(1);
		this.rig.runFor(Duration.ofMillis(1));
		assertThat(this.service.delivered()).containsExactly("one");
	}

	@Test
	void troubleIsToldOnceAndSoIsItsEnd() {
		this.service.script(A, THROTTLED, THROTTLED, THROTTLED);
		this.rig.logBatches(A, "one", "two");
		this.rig.turn();
		this.rig.turn();
		assertThat(this.rig.standing(A).trouble()).isEqualTo(THROTTLED.trouble());
		this.rig.runFor(Duration.ofMinutes(1));
		assertThat(this.rig.listener.told()).containsExactly("failing a THROTTLED", "recovered a 3");
		assertThat(this.rig.standing(A).trouble()).isNull();
	}

	@Test
	void theEndOfTroubleIsToldEvenIfTheServiceRefusesTheEventThatItAnswersFor() {
		this.service.script(A, THROTTLED, new Refused(new Trouble(Kind.INVALID, "Code", "message")));
		this.rig.logBatches(A, "one");
		this.rig.runFor(Duration.ofMinutes(1));
		assertThat(this.rig.listener.told()).startsWith("failing a THROTTLED").endsWith("recovered a 1").hasSize(3);
		assertThat(this.rig.standing(A).trouble()).isNull();
	}

	@Test
	void anotherKindOfTroubleIsToldToo() {
		this.service.script(A, THROTTLED, tryLater(Kind.DENIED), tryLater(Kind.DENIED), THROTTLED);
		this.rig.logBatches(A, "one");
		this.rig.runFor(Duration.ofMinutes(5));
		assertThat(this.rig.listener.told()).containsExactly("failing a THROTTLED", "failing a DENIED",
				"failing a THROTTLED", "recovered a 4");
	}

	@Test
	void aLaneThatNoTurnHasSeenHasNoTrouble() {
		assertThat(this.rig.standing(A).trouble()).isNull();
	}

	@Test
	void aDestinationsLastDeliveryAndLastFailureAreRemembered() {
		this.service.script(A, THROTTLED, THROTTLED);
		this.rig.logBatches(A, "one");
		this.rig.settle();
		Failure first = new Failure(this.rig.now(), A, THROTTLED.trouble());
		assertThat(this.rig.standing(A)).isEqualTo(new Standing(THROTTLED.trouble(), null, first));
		this.rig.runFor(Duration.ofMinutes(1));
		assertThat(this.rig.standing(A).lastDelivered()).isAfter(first.time());
		assertThat(this.rig.standing(A).lastFailure()).isNotNull()
			.satisfies((failure) -> assertThat(failure.time()).isAfter(first.time()));
		assertThat(this.rig.history.snapshot(null).lastDelivered()).isEqualTo(this.rig.standing(A).lastDelivered());
		assertThat(this.rig.history.snapshot(null).recentFailures()).as("the repetition").containsExactly(first);
	}

	@Test
	void noMoreThanTwentyFailuresAreListedNewestFirst() {
		for (int i = 0; i < 30; i++) {
			Destination destination = new Destination("group", "stream-" + i);
			this.service.script(destination, THROTTLED);
			this.rig.logBatches(destination, "one");
			this.rig.settle();
			this.rig.advance(Duration.ofMillis(1));
		}
		assertThat(this.rig.history.snapshot(null).recentFailures()).hasSize(20)
			.first()
			.extracting((failure) -> failure.destination().stream())
			.isEqualTo("stream-29");
	}

	@Test
	void eachRepeatedCallIsMeasuredAsARetry() {
		this.service.script(A, THROTTLED, THROTTLED);
		this.rig.logBatches(A, "one", "two");
		this.rig.runFor(Duration.ofMinutes(1));
		assertThat(this.rig.meter.told).containsExactly("retry", "retry");
	}

	@Test
	void aFlushOfOneLaneLeavesTheOthersTheirWaits() {
		this.service.script(A, THROTTLED);
		this.service.script(B, THROTTLED);
		this.rig.logBatches(A, "one");
		this.rig.logBatches(B, "two");
		this.rig.settle();
		this.rig.dispatcher.hurry(List.of(this.rig.lanes.lane(A)));
		this.rig.settle();
		assertThat(this.service.delivered()).containsExactly("one");
	}

	@Test
	void aMissingStreamIsCreated() {
		this.service.script(A, new DestinationMissing());
		this.rig.logBatches(A, "one");
		this.rig.runFor(Duration.ofSeconds(10));
		assertThat(this.service.calls()).containsExactly("put a [one]", "create stream a", "put a [one]");
		assertThat(this.service.delivered()).containsExactly("one");
		assertThat(this.rig.listener.told()).isEmpty();
	}

	@Test
	void aMissingGroupIsCreatedAndThenTheStream() {
		this.service.script(A, new DestinationMissing(), new DestinationMissing());
		this.rig.logBatches(A, "one");
		this.rig.runFor(Duration.ofSeconds(10));
		assertThat(this.service.calls()).containsExactly("put a [one]", "create stream a", "create group group",
				"create stream a", "put a [one]");
		assertThat(this.service.delivered()).containsExactly("one");
		assertThat(this.rig.listener.told()).isEmpty();
	}

	@Test
	void creationsAreSpread() {
		this.service.script(A, new DestinationMissing(), new DestinationMissing());
		this.rig.logBatches(A, "one");
		assertThat(this.rig.settle()).isEqualTo(Duration.ofSeconds(1));
		this.rig.advance(Duration.ofSeconds(1));
		assertThat(this.rig.settle()).isEqualTo(Duration.ofSeconds(2));
		assertThat(this.service.calls()).hasSize(2);
	}

	@Test
	void aStreamThatIsDeletedLaterIsCreatedAgain() {
		this.service.script(A, new Delivered(), new DestinationMissing());
		this.rig.logBatches(A, "one", "two");
		this.rig.runFor(Duration.ofSeconds(10));
		assertThat(this.service.calls()).containsExactly("put a [one]", "put a [two]", "create stream a",
				"put a [two]");
	}

	@Test
	void aMissingStreamIsAwaitedWhereCreatingItIsSwitchedOff() {
		DispatcherRig off = rig(2, new CreateSettings(true, false));
		this.service.script(A, new DestinationMissing(), new DestinationMissing());
		off.logBatches(A, "one");
		off.runFor(Duration.ofSeconds(59));
		assertThat(this.service.calls()).containsExactly("put a [one]", "put a [one]");
		assertThat(off.listener.told()).containsExactly("failing a MISSING");
		off.runFor(Duration.ofSeconds(1));
		assertThat(this.service.delivered()).containsExactly("one");
		assertThat(off.listener.told()).endsWith("recovered a 2");
	}

	@Test
	void aMissingGroupIsAwaitedWhereCreatingItIsSwitchedOff() {
		DispatcherRig off = rig(2, new CreateSettings(false, true));
		this.service.script(A, new DestinationMissing(), new DestinationMissing());
		off.logBatches(A, "one");
		off.runFor(Duration.ofSeconds(30));
		assertThat(this.service.calls()).containsExactly("put a [one]", "create stream a");
		assertThat(off.listener.told()).containsExactly("failing a MISSING");
		off.runFor(Duration.ofSeconds(1));
		assertThat(this.service.calls()).last().isEqualTo("put a [one]");
		assertThat(this.service.delivered()).containsExactly("one");
	}

	@Test
	void aCreationThatIsThrottledIsRepeated() {
		this.service.script(A, new DestinationMissing(), THROTTLED, new Created());
		this.rig.logBatches(A, "one");
		this.rig.runFor(Duration.ofSeconds(31));
		assertThat(this.service.calls()).containsExactly("put a [one]", "create stream a", "create stream a",
				"put a [one]");
	}

	@Test
	void aRefusedCreationCostsNoEvents() {
		this.service.script(A, new DestinationMissing(), new Refused(new Trouble(Kind.INVALID, "Code", "message")));
		this.rig.logBatches(A, "one");
		this.rig.runFor(Duration.ofSeconds(5));
		assertThat(this.rig.listener.told()).containsExactly("failing a INVALID");
		this.rig.runFor(Duration.ofMinutes(2));
		assertThat(this.service.delivered()).containsExactly("one");
		assertThat(this.rig.balance()).isEqualTo(new Balance(1, 1, Map.of(), Map.of(), 0));
	}

	@Test
	void aStreamThatSomebodyElseCreatesIsUsedWhereCreatingItIsDenied() {
		this.service.script(A, new DestinationMissing(), tryLater(Kind.DENIED));
		this.rig.logBatches(A, "one");
		this.rig.runFor(Duration.ofSeconds(32));
		assertThat(this.service.calls()).containsExactly("put a [one]", "create stream a", "put a [one]");
		assertThat(this.service.delivered()).containsExactly("one");
		assertThat(this.rig.listener.told()).containsExactly("failing a DENIED", "recovered a 2");
	}

	@Test
	void aCreationThatStaysDeniedIsToldOnce() {
		for (int round = 0; round < 5; round++) {
			this.service.script(A, new DestinationMissing(), tryLater(Kind.DENIED));
		}
		this.rig.logBatches(A, "one");
		this.rig.runFor(Duration.ofMinutes(10));
		assertThat(this.service.delivered()).containsExactly("one");
		assertThat(this.rig.listener.told()).containsExactly("failing a DENIED", "recovered a 10");
	}

	@ParameterizedTest
	@CsvSource({ "0, 0, 4, 4, 0, 0, 0", "1, 0, 4, 3, 1, 0, 0", "1, 2, 4, 2, 1, 1, 0", "1, 2, 3, 1, 1, 1, 1",
			"4, 0, 4, 0, 4, 0, 0", "0, 0, 0, 0, 0, 0, 4", "0, 4, 4, 0, 0, 4, 0", "3, 1, 4, 1, 3, 0, 0",
			"2, 3, 1, 0, 2, 1, 1", "-5, -5, 99, 4, 0, 0, 0", "99, 99, -1, 0, 4, 0, 0", "0, 99, 0, 0, 0, 4, 0",
			"-2147483648, 2147483647, 2147483647, 0, 0, 4, 0" })
	void aBatchThatIsPartlyRejectedIsCountedByCause(int tooOldEnd, int expiredEnd, int tooNewStart, long delivered,
			long tooOld, long expired, long tooNew) {
		this.service.script(A, new PartlyRejected(tooOldEnd, expiredEnd, tooNewStart));
		this.rig.log(A, "1", "2", "3");
		this.rig.logBatches(A, "4");
		this.rig.settle();
		Balance balance = this.rig.balance();
		assertThat(balance.delivered()).isEqualTo(delivered);
		assertThat(balance.rejected(RejectCause.TOO_OLD)).isEqualTo(tooOld);
		assertThat(balance.rejected(RejectCause.EXPIRED)).isEqualTo(expired);
		assertThat(balance.rejected(RejectCause.TOO_NEW)).isEqualTo(tooNew);
		assertThat(balance.rejected()).doesNotContainValue(0L);
		assertThat(balance.pending()).isZero();
		assertThat(balance.isBalanced()).isTrue();
		assertThat(this.service.calls()).as("never sent again").hasSize(1);
	}

	@Test
	void rejectedEventsAreTold() {
		this.service.script(A, new PartlyRejected(1, 0, 2));
		this.rig.log(A, "1", "2");
		this.rig.logBatches(A, "3");
		this.rig.settle();
		assertThat(this.rig.listener.told()).containsExactly("rejected a 2");
	}

	@Test
	void aRejectionOfNothingIsNotTold() {
		this.service.script(A, new PartlyRejected(0, 0, 1));
		this.rig.logBatches(A, "1");
		this.rig.settle();
		assertThat(this.rig.balance().delivered()).isEqualTo(1);
		assertThat(this.rig.listener.told()).isEmpty();
	}

	@Test
	void aServiceThatThrowsAnErrorLeavesTheDispatcherWorking() {
		AssertionError broken = new AssertionError("broken");
		this.service.script(A, () -> {
			throw broken;
		});
		this.rig.logBatches(A, "one");
		this.rig.logBatches(B, "one");
		this.rig.settle();
		assertThat(this.rig.listener.defects()).containsExactly(broken);
		assertThat(this.rig.listener.told()).containsExactly("defect", "failing a INTERNAL");
		assertThat(this.rig.balance(B).delivered()).isEqualTo(1);
		this.rig.runFor(Duration.ofSeconds(30));
		assertThat(this.rig.balance(A).delivered()).isEqualTo(1);
		assertThat(this.rig.listener.told()).last().isEqualTo("recovered a 1");
	}

	@Test
	void inAHurryEachWaitingLaneTriesInTheNextTurn() {
		this.service.script(A, tryLater(Kind.DENIED));
		this.service.script(B, tryLater(Kind.DENIED), tryLater(Kind.DENIED));
		this.rig.logBatches(A, "one");
		this.rig.logBatches(B, "one");
		this.rig.settle();
		int wakeUps = this.rig.wakeUps;
		this.rig.hurry();
		assertThat(this.rig.wakeUps).isEqualTo(wakeUps + 1);
		this.rig.settle();
		assertThat(this.service.calls()).hasSize(4);
		assertThat(this.rig.balance(A).delivered()).isEqualTo(1);
		this.rig.settle();
		assertThat(this.service.calls()).as("a hurry is over after one turn").hasSize(4);
	}

	@Test
	void noHurryIsForgotten() {
		AtomicBoolean stopped = new AtomicBoolean();
		int hurries = 20_000;
		for (int attempt = 0; attempt <= hurries; attempt++) {
			this.service.script(A, tryLater(Kind.DENIED));
		}
		this.rig.logBatches(A, "one");
		CompletableFuture<Void> turns = OwnThread.run(() -> {
			while (!stopped.get()) {
				this.rig.turn();
			}
		});
		try {
			for (int hurry = 0; hurry < hurries; hurry++) {
				int attempts = this.service.attempts();
				this.rig.hurry();
				long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
				while (this.service.attempts() == attempts && System.nanoTime() < patience) {
					Thread.onSpinWait();
				}
				assertThat(this.service.attempts()).as("attempts after hurry %d", hurry).isGreaterThan(attempts);
			}
		}
		finally {
			stopped.set(true);
			turns.join();
		}
	}

	@Test
	void theWaitIsThatOfTheLaneThatIsDueFirst() {
		this.service.script(A, tryLater(Kind.DENIED));
		this.service.script(B, new TryLater(THROTTLED.trouble(), Duration.ofSeconds(3)));
		this.rig.logBatches(A, "one");
		this.rig.logBatches(B, "one");
		assertThat(this.rig.settle()).isEqualTo(LONGEST_WAIT);
		this.rig.log(C, "one");
		this.rig.advance(Duration.ofSeconds(3));
		assertThat(this.rig.settle()).as("B's second attempt").isEqualTo(Duration.ofSeconds(1));
		this.rig.advance(Duration.ofSeconds(1));
		assertThat(this.rig.settle()).as("C's deadline").isEqualTo(Duration.ofSeconds(1));
	}

	@Test
	void aFullBufferIsToldOnceAndItsTotalWhenThereHasBeenRoomForAWhile() {
		DispatcherRig tight = new DispatcherRig(new DeliverySettings(BatchSettings.DEFAULT,
				new BufferSettings(2L * 1_048_576, WhenFull.DROP_NEWEST, Duration.ofSeconds(1), 1), 2,
				RetrySettings.DEFAULT, CreateSettings.DEFAULT), this.service);
		this.service.script(A, THROTTLED, THROTTLED, THROTTLED, THROTTLED);
		String large = "x".repeat(1_000_000);
		tight.log(A, large, large);
		tight.settle();
		assertThat(tight.listener.told()).doesNotContain("full");
		tight.log(A, large);
		tight.log(B, large);
		tight.settle();
		tight.log(A, large);
		tight.settle();
		tight.runFor(MAX_DELAY.minusNanos(1));
		assertThat(tight.listener.told()).containsOnlyOnce("full").doesNotContain("room 3");
		tight.runFor(Duration.ofMinutes(1));
		assertThat(tight.listener.told()).containsOnlyOnce("full", "room 3");
		assertThat(tight.balance()).isEqualTo(new Balance(5, 2, Map.of(), Map.of(DropCause.BUFFER_FULL, 3L), 0));
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
