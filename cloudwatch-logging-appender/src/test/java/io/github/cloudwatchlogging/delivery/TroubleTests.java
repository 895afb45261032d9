package io.github.cloudwatchlogging.delivery;

import java.time.Duration;
import java.util.Map;

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
import io.github.cloudwatchlogging.settings.WhenFull;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What of the trouble of a lane, and of a full buffer, is told to the listener and
 * remembered.
 */
class TroubleTests {

	private static final Destination A = new Destination("group", "a");

	private static final Destination B = new Destination("group", "b");

	private static final Duration MAX_DELAY = Duration.ofSeconds(5);

	private static final TryLater THROTTLED = ScriptedService.tryLater(Kind.THROTTLED);

	private static final TryLater DENIED = ScriptedService.tryLater(Kind.DENIED);

	private final ScriptedService service = new ScriptedService();

	private final DispatcherRig rig = DispatcherRig.withBackOff(2, CreateSettings.DEFAULT, this.service);

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
		this.service.script(A, THROTTLED, DENIED, DENIED, THROTTLED);
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

}
