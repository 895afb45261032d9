package io.github.cloudwatchlogging.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.github.cloudwatchlogging.batch.BatchSlice;
import io.github.cloudwatchlogging.delivery.FlushResult.StreamResult;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.ledger.Balance;
import io.github.cloudwatchlogging.ledger.DropCause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

/**
 * How a {@link DeliveryEngine} ends, and what becomes of what it had not delivered.
 */
class EngineStopTests {

	private static final Destination A = new Destination("group", "a");

	private static final Destination B = new Destination("group", "b");

	private static final Duration LONG = StartedEngines.LONG;

	private static final Duration SHORT = Duration.ofMillis(100);

	private final ScriptedService scripted = new ScriptedService();

	@RegisterExtension
	final StartedEngines engines = new StartedEngines();

	@Test
	void aStopDeliversAllThatIsPending() {
		DeliveryEngine engine = this.engines.start(this.scripted);
		StartedEngines.log(engine, A, "one", "two");
		FlushResult result = engine.stop(LONG);
		assertThat(result.isComplete()).isTrue();
		assertThat(result.delivered()).isEqualTo(2);
		assertThat(this.scripted.delivered()).containsExactly("one", "two");
		assertThat(this.scripted.isClosed()).isTrue();
		assertThat(this.engines.listener.told()).isEmpty();
	}

	@Test
	void aStopEndsInTimeWhileTheServiceHangsAndCountsWhatIsLeft() {
		DeliveryEngine engine = this.engines.start(this.engines.hanging);
		StartedEngines.log(engine, A, "one", "two");
		StartedEngines.log(engine, B, "three");
		long startNanos = System.nanoTime();
		FlushResult result = engine.stop(SHORT);
		assertThat(Duration.ofNanos(System.nanoTime() - startNanos)).isBetween(SHORT, Duration.ofSeconds(5));
		assertThat(result.streams()).containsExactlyInAnyOrder(new StreamResult(A, 0, 0, 2),
				new StreamResult(B, 0, 0, 1));
		assertThat(this.engines.listener.told()).containsExactly("left 3");
		Balance balance = engine.snapshot().balance();
		assertThat(balance.dropped(DropCause.SHUTDOWN)).isEqualTo(3);
		assertThat(balance.pending()).isZero();
		assertThat(balance.isBalanced()).isTrue();
		assertThat(engine.snapshot().bufferUsedBytes()).isZero();
	}

	@Test
	void aStopWithoutTimeEndsAtOnce() {
		DeliveryEngine engine = this.engines.start(this.engines.hanging);
		StartedEngines.log(engine, A, "one");
		assertThat(engine.stop(Duration.ZERO).left()).isEqualTo(1);
		assertThat(engine.snapshot().balance().dropped(DropCause.SHUTDOWN)).isEqualTo(1);
	}

	@Test
	void eventsAfterTheStopAreCounted() {
		DeliveryEngine engine = this.engines.start(this.scripted);
		StartedEngines.log(engine, A, "one");
		engine.stop(LONG);
		StartedEngines.log(engine, A, "late");
		StartedEngines.log(engine, B, "late", "late");
		Balance balance = engine.snapshot().balance();
		assertThat(balance.delivered()).isEqualTo(1);
		assertThat(balance.dropped(DropCause.STOPPED)).isEqualTo(3);
		assertThat(balance.isBalanced()).isTrue();
	}

	@Test
	void anAnswerThatComesAfterTheStopChangesNothing() {
		DeliveryEngine engine = this.engines.start(this.engines.hanging);
		StartedEngines.log(engine, A, "one");
		engine.stop(SHORT);
		Balance stopped = engine.snapshot().balance();
		this.engines.hanging.release();
		await().atMost(LONG).until(() -> StartedEngines.threads().isEmpty());
		assertThat(engine.snapshot().balance()).isEqualTo(stopped);
		assertThat(this.engines.listener.told()).containsExactly("left 1");
	}

	@Test
	void theLedgerBalancesWhileFourThreadsLogAndTheEngineStops() {
		DeliveryEngine engine = this.engines.start(this.scripted, this.engines.listener, Duration.ofMillis(10), 50);
		List<CompletableFuture<Void>> threads = new ArrayList<>();
		for (int thread = 0; thread < 4; thread++) {
			String name = "stream" + thread;
			threads.add(OwnThread.run(() -> {
				for (int event = 0; event < 5_000; event++) {
					StartedEngines.log(engine, new Destination("group", name + event % 3), "message");
				}
			}));
		}
		await().atMost(LONG).until(() -> engine.snapshot().balance().delivered() > 100);
		assertThat(engine.stop(LONG).isComplete()).isTrue();
		while (!threads.stream().allMatch(CompletableFuture::isDone)) {
			assertThat(engine.snapshot().balance().isBalanced()).isTrue();
		}
		threads.forEach(CompletableFuture::join);
		Balance balance = engine.snapshot().balance();
		assertThat(balance.accepted()).isEqualTo(20_000);
		assertThat(balance.delivered()).isEqualTo(this.scripted.delivered().size());
		assertThat(balance.delivered() + balance.dropped(DropCause.STOPPED)).isEqualTo(20_000);
		assertThat(balance.isBalanced()).isTrue();
	}

	@Test
	void aServiceThatCannotBeClosedDoesNotBreakTheStop() {
		DeliveryEngine engine = this.engines.start(new UnclosableService(this.engines.hanging));
		StartedEngines.log(engine, A, "one");
		assertThatCode(() -> engine.stop(SHORT)).doesNotThrowAnyException();
		assertThat(this.engines.listener.told()).containsExactly("defect", "left 1");
	}

	/**
	 * Throws when it is closed.
	 */
	private record UnclosableService(LogsService service) implements LogsService {

		@Override
		public Outcome putLogEvents(Destination destination, BatchSlice batch) {
			return this.service.putLogEvents(destination, batch);
		}

		@Override
		public Outcome createLogStream(Destination destination) {
			return this.service.createLogStream(destination);
		}

		@Override
		public Outcome createLogGroup(String group) {
			return this.service.createLogGroup(group);
		}

		@Override
		public Outcome putRetentionPolicy(String group, int days) {
			return this.service.putRetentionPolicy(group, days);
		}

		@Override
		public void close() {
			throw new IllegalStateException("closed already");
		}

	}

}
