package io.github.cloudwatchlogging.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.cloudwatchlogging.delivery.Outcome.Delivered;
import io.github.cloudwatchlogging.delivery.Outcome.DestinationMissing;
import io.github.cloudwatchlogging.delivery.Outcome.TryLater;
import io.github.cloudwatchlogging.delivery.Trouble.Kind;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.ledger.Balance;
import io.github.cloudwatchlogging.settings.CreateSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The waits of a lane whose calls fail, and what ends them. Back-off is always its bound:
 * 1, 2, 4, ... up to 30 seconds.
 */
class BackOffTests {

	private static final Destination A = new Destination("group", "a");

	private static final Destination B = new Destination("group", "b");

	private static final Destination C = new Destination("group", "c");

	private static final Duration MAX_DELAY = Duration.ofSeconds(5);

	private static final Duration LONGEST_WAIT = MAX_DELAY.dividedBy(2);

	private static final TryLater THROTTLED = ScriptedService.tryLater(Kind.THROTTLED);

	private static final TryLater DENIED = ScriptedService.tryLater(Kind.DENIED);

	private final ScriptedService service = new ScriptedService();

	private final DispatcherRig rig = DispatcherRig.withBackOff(2, CreateSettings.DEFAULT, this.service);

	@Test
	void aBatchThatFailedIsSentAgainBeforeTheNext() {
		this.service.script(A, THROTTLED);
		this.rig.logBatches(A, "one", "two");
		this.rig.runFor(Duration.ofSeconds(1));
		assertThat(this.service.calls()).containsExactly("put a [one]", "put a [one]", "put a [two]");
	}

	@Test
	void aWaitingLaneDelaysNoOther() {
		this.service.script(A, DENIED);
		this.rig.logBatches(A, "one");
		this.rig.settle();
		this.rig.logBatches(B, "one", "two");
		this.rig.settle();
		assertThat(this.service.calls()).containsExactly("put a [one]", "put b [one]", "put b [two]");
		assertThat(this.rig.balance(A).pending()).isEqualTo(1);
		assertThat(this.rig.balance(B)).isEqualTo(new Balance(2, 2, Map.of(), Map.of(), 0));
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
		TryLater unavailable = ScriptedService.tryLater(Kind.UNAVAILABLE);
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
		this.service.script(A, ScriptedService.tryLater(kind));
		this.rig.logBatches(A, "one");
		this.rig.settle();
		Duration expected = Duration.ofSeconds(kind.isSlow() ? 30 : 1);
		this.rig.runFor(expected.minusMillis(1));
		assertThat(this.service.calls()).hasSize(1);
		this.rig.runFor(Duration.ofMillis(1));
		assertThat(this.service.delivered()).containsExactly("one");
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
	void inAHurryEachWaitingLaneTriesInTheNextTurn() {
		this.service.script(A, DENIED);
		this.service.script(B, DENIED, DENIED);
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
			this.service.script(A, DENIED);
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
		this.service.script(A, DENIED);
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

}
