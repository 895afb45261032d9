package io.github.cloudwatchlogging.delivery;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.settings.CreateSettings;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Lanes whose calls fail or hang beside one whose calls are answered.
 */
class IsolationTests {

	private static final Destination HEALTHY = new Destination("group", "healthy");

	private static final List<Destination> SICK = IntStream.range(0, 50)
		.mapToObj((number) -> new Destination("group", "sick-" + number))
		.toList();

	private static final Outcome.TryLater UNREACHABLE = new Outcome.TryLater(
			new Trouble(Trouble.Kind.UNREACHABLE, "Code", "message"));

	private final ScriptedService service = new ScriptedService();

	private final DispatcherRig rig = DispatcherRig.withBackOff(4, CreateSettings.DEFAULT, this.service);

	@Test
	void fiftyFailingLanesDelayAHealthyOneByNothing() {
		SICK.forEach((lane) -> {
			this.service.script(lane, UNREACHABLE, UNREACHABLE, UNREACHABLE);
			this.rig.logBatches(lane, "one");
		});
		this.rig.runFor(Duration.ofMillis(1));
		this.rig.logBatches(HEALTHY, "fresh");
		this.rig.runFor(Duration.ofMillis(1));
		assertThat(this.service.delivered()).contains("fresh");
	}

	@Test
	void fiftyHangingLanesLeaveAHealthyOneItsDeadline() {
		this.rig.logBatches(HEALTHY, "first");
		this.rig.runFor(Duration.ofMillis(1));
		this.rig.senders.hold();
		SICK.forEach((lane) -> this.rig.logBatches(lane, "one"));
		this.rig.runFor(Duration.ofSeconds(20));
		int hanging = this.rig.senders.held();
		assertThat(hanging).as("half of all threads").isEqualTo(8);
		for (int round = 0; round < 10; round++) {
			this.rig.logBatches(HEALTHY, "round " + round);
			this.rig.runFor(Duration.ofMillis(1));
			assertThat(this.rig.senders.held()).isEqualTo(hanging + 1);
			this.rig.senders.releaseLast();
			this.rig.runFor(Duration.ofMillis(1));
			assertThat(this.service.delivered()).contains("round " + round);
		}
	}

	@Test
	void aCallThatTakesLongGivesItsSlotToOthers() {
		this.rig.senders.hold();
		IntStream.range(0, 5).forEach((number) -> this.rig.logBatches(SICK.get(number), "one"));
		this.rig.turn();
		assertThat(this.rig.senders.held()).isEqualTo(4);
		this.rig.runFor(Duration.ofMillis(1999));
		assertThat(this.rig.senders.held()).isEqualTo(4);
		this.rig.runFor(Duration.ofMillis(1));
		assertThat(this.rig.senders.held()).isEqualTo(5);
	}

	@Test
	void aLaneThatNeverRestsLeavesOthersTheirTurn() {
		this.rig.senders.hold();
		List<Destination> busy = SICK.subList(0, 8);
		for (int round = 0; round < 100; round++) {
			busy.forEach((lane) -> this.rig.logBatches(lane, "busy"));
			if (round == 50) {
				this.rig.logBatches(HEALTHY, "quiet");
			}
			this.rig.turn();
			while (this.rig.senders.held() > 0) {
				this.rig.senders.releaseFirst();
			}
			if (round == 55) {
				assertThat(this.service.delivered()).contains("quiet");
			}
			this.rig.advance(Duration.ofMillis(1));
		}
	}

}
