package io.github.cloudwatchlogging.delivery;

import java.time.Duration;

import io.github.cloudwatchlogging.delivery.Outcome.PartlyRejected;
import io.github.cloudwatchlogging.delivery.Outcome.TryLater;
import io.github.cloudwatchlogging.delivery.Trouble.Kind;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.ledger.Balance;
import io.github.cloudwatchlogging.ledger.DropCause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * {@link DeliveryEngine} with its real threads.
 */
class DeliveryEngineTests {

	private static final Destination A = new Destination("group", "a");

	private static final Duration LONG = StartedEngines.LONG;

	private static final Duration SHORT = Duration.ofMillis(100);

	private static final TryLater DENIED = ScriptedService.tryLater(Kind.DENIED);

	private final ScriptedService scripted = new ScriptedService();

	@RegisterExtension
	final StartedEngines engines = new StartedEngines();

	@Test
	void eventsAreDeliveredWhenTheirDeadlineHasCome() {
		DeliveryEngine engine = this.engines.start(this.scripted, this.engines.listener, Duration.ofMillis(10), 1_000);
		StartedEngines.log(engine, A, "one", "two");
		await().atMost(LONG).until(() -> engine.snapshot().balance().delivered() == 2);
		assertThat(this.scripted.delivered()).containsExactly("one", "two");
	}

	@Test
	void aFullBatchIsDeliveredAtOnce() {
		DeliveryEngine engine = this.engines.start(this.scripted, this.engines.listener, Duration.ofHours(1), 2);
		StartedEngines.log(engine, A, "one", "two", "three");
		await().atMost(LONG).until(() -> engine.snapshot().balance().delivered() == 2);
		assertThat(this.scripted.delivered()).containsExactly("one", "two");
	}

	@Test
	void anIdleEngineHasOneThreadWhichEndsWithIt() {
		DeliveryEngine engine = this.engines.start(this.scripted);
		assertThat(StartedEngines.threads()).extracting(Thread::getName).containsExactly("cloudwatch-logs-dispatcher");
		assertThat(StartedEngines.threads()).allMatch(Thread::isDaemon);
		engine.stop(LONG);
		await().atMost(LONG).until(() -> StartedEngines.threads().isEmpty());
	}

	@Test
	void anEventThatNeverBecameAMessageIsCounted() {
		DeliveryEngine engine = this.engines.start(this.scripted);
		engine.drop(DropCause.ENCODER_FAILED, 0, new byte[0]);
		assertThat(engine.snapshot().balance().dropped(DropCause.ENCODER_FAILED)).isEqualTo(1);
		assertThat(engine.snapshot().balance().isBalanced()).isTrue();
	}

	@Test
	void aListenerThatAlwaysThrowsKeepsNoEventFromTheService() {
		this.scripted.script(A, DENIED, new PartlyRejected(1, 0, 2), new Outcome.Refused(DENIED.trouble()),
				new Outcome.Refused(DENIED.trouble()));
		this.scripted.script(A, () -> {
			throw new AssertionError("broken");
		});
		DeliveryEngine engine = this.engines.start(this.scripted, new ThrowingListener(), Duration.ofHours(1), 2);
		StartedEngines.log(engine, A, "1", "2", "3", "4", "5", "6");
		Balance[] balance = { Balance.ZERO };
		await().atMost(LONG).until(() -> {
			engine.flush(SHORT);
			balance[0] = engine.snapshot().balance();
			return balance[0].pending() == 0;
		});
		assertThat(balance[0].delivered()).isEqualTo(4);
		assertThat(balance[0].totalRejected()).isEqualTo(1);
		assertThat(balance[0].dropped(DropCause.REFUSED)).isEqualTo(1);
		assertThat(this.scripted.calls()).containsExactly("put a [1, 2]", "put a [1, 2]", "put a [3, 4]", "put a [3]",
				"put a [4]", "put a [4]", "put a [5, 6]");
	}

}
