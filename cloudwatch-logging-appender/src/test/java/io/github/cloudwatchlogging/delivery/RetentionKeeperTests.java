package io.github.cloudwatchlogging.delivery;

import java.time.Duration;
import java.util.Map;

import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.settings.CreateSettings;
import io.github.cloudwatchlogging.settings.DeliverySettings;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link RetentionKeeper}, turn by turn.
 */
class RetentionKeeperTests {

	private static final Destination GROUP = new Destination("group", "group");

	private static final Outcome DENIED = new Outcome.TryLater(
			new Trouble(Trouble.Kind.DENIED, "AccessDeniedException", "no"));

	private final ScriptedService service = new ScriptedService();

	private final RecordingListener listener = new RecordingListener();

	private final RetentionKeeper keeper = new RetentionKeeper(
			new DeliverySettings(DeliverySettings.DEFAULT.batch(), DeliverySettings.DEFAULT.buffer(), 1,
					DeliverySettings.DEFAULT.retry(), new CreateSettings(true, true, 7, null, null, Map.of(), false)),
			this.service, this.listener, new CallersExecutor());

	private long nowNanos = 1_000;

	@Test
	void aDeniedRetentionIsTriedAgainWithinAQuarterOfAnHourUntilItIsSet() {
		this.service.script(GROUP, DENIED, DENIED, new Outcome.Created());
		this.keeper.note("group", new Outcome.Created(), this.nowNanos);
		turn();
		for (int attempt = 0; attempt < 2; attempt++) {
			long wait = turn();
			assertThat(Duration.ofNanos(wait)).isBetween(Duration.ofMinutes(7), Duration.ofMinutes(15));
			this.nowNanos += wait;
			turn();
		}
		assertThat(turn()).isEqualTo(Long.MAX_VALUE);
		assertThat(this.service.attempts()).isEqualTo(3);
		assertThat(this.listener.told()).containsExactly("retention group DENIED", "retention group set");
	}

	@Test
	void aGroupThatIsGoneIsForgottenUntilItIsCreatedAgain() {
		this.service.script(GROUP, DENIED, new Outcome.DestinationMissing());
		this.keeper.note("group", new Outcome.Existed(), this.nowNanos);
		turn();
		this.nowNanos += turn();
		turn();
		assertThat(turn()).isEqualTo(Long.MAX_VALUE);
		this.keeper.note("group", new Outcome.Existed(), this.nowNanos);
		turn();
		assertThat(this.service.attempts()).isEqualTo(3);
		assertThat(this.listener.told()).containsExactly("retention group DENIED");
	}

	@Test
	void whatThrowsIsTriedAgain() {
		this.service.script(GROUP, () -> {
			throw new IllegalStateException("broken");
		});
		this.keeper.note("group", new Outcome.Created(), this.nowNanos);
		turn();
		this.nowNanos += turn();
		turn();
		turn();
		assertThat(this.listener.told()).containsExactly("defect", "retention group INTERNAL", "retention group set");
	}

	private long turn() {
		return this.keeper.runOnce(this.nowNanos, () -> {
		});
	}

}
