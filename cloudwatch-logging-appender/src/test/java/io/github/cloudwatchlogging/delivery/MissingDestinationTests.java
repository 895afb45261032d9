package io.github.cloudwatchlogging.delivery;

import java.time.Duration;
import java.util.Map;

import io.github.cloudwatchlogging.delivery.Outcome.Created;
import io.github.cloudwatchlogging.delivery.Outcome.Delivered;
import io.github.cloudwatchlogging.delivery.Outcome.DestinationMissing;
import io.github.cloudwatchlogging.delivery.Outcome.Refused;
import io.github.cloudwatchlogging.delivery.Outcome.TryLater;
import io.github.cloudwatchlogging.delivery.Trouble.Kind;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.ledger.Balance;
import io.github.cloudwatchlogging.settings.CreateSettings;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Groups and streams that the service does not know: created, or awaited.
 */
class MissingDestinationTests {

	private static final Destination A = new Destination("group", "a");

	private static final TryLater THROTTLED = ScriptedService.tryLater(Kind.THROTTLED);

	private static final TryLater DENIED = ScriptedService.tryLater(Kind.DENIED);

	private final ScriptedService service = new ScriptedService();

	private final DispatcherRig rig = DispatcherRig.withBackOff(2, CreateSettings.DEFAULT, this.service);

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
		DispatcherRig off = DispatcherRig.withBackOff(2, new CreateSettings(true, false), this.service);
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
		DispatcherRig off = DispatcherRig.withBackOff(2, new CreateSettings(false, true), this.service);
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
		this.service.script(A, new DestinationMissing(), DENIED);
		this.rig.logBatches(A, "one");
		this.rig.runFor(Duration.ofSeconds(32));
		assertThat(this.service.calls()).containsExactly("put a [one]", "create stream a", "put a [one]");
		assertThat(this.service.delivered()).containsExactly("one");
		assertThat(this.rig.listener.told()).containsExactly("failing a DENIED", "recovered a 2");
	}

	@Test
	void aCreationThatStaysDeniedIsToldOnce() {
		for (int round = 0; round < 5; round++) {
			this.service.script(A, new DestinationMissing(), DENIED);
		}
		this.rig.logBatches(A, "one");
		this.rig.runFor(Duration.ofMinutes(10));
		assertThat(this.service.delivered()).containsExactly("one");
		assertThat(this.rig.listener.told()).containsExactly("failing a DENIED", "recovered a 10");
	}

}
