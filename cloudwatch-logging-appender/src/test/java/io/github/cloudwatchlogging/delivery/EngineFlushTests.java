package io.github.cloudwatchlogging.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.github.cloudwatchlogging.delivery.FlushResult.StreamResult;
import io.github.cloudwatchlogging.delivery.Outcome.PartlyRejected;
import io.github.cloudwatchlogging.delivery.Outcome.TryLater;
import io.github.cloudwatchlogging.delivery.Trouble.Kind;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.ledger.Balance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What a flush of a {@link DeliveryEngine} waits for, and what it answers.
 */
class EngineFlushTests {

	private static final Destination A = new Destination("group", "a");

	private static final Destination B = new Destination("group", "b");

	private static final Duration LONG = StartedEngines.LONG;

	private static final Duration SHORT = Duration.ofMillis(100);

	private static final TryLater DENIED = ScriptedService.tryLater(Kind.DENIED);

	private final ScriptedService scripted = new ScriptedService();

	@RegisterExtension
	final StartedEngines engines = new StartedEngines();

	@Test
	void aFlushReturnsWhenAllIsSettledAndReportsEachStream() {
		this.scripted.script(B, new PartlyRejected(1, 0, 3));
		DeliveryEngine engine = this.engines.start(this.scripted);
		StartedEngines.log(engine, A, "one", "two");
		StartedEngines.log(engine, B, "three", "four", "five");
		FlushResult result = engine.flush(LONG);
		assertThat(result.streams()).containsExactlyInAnyOrder(new StreamResult(A, 2, 0, 0),
				new StreamResult(B, 2, 1, 0));
		assertThat(result.isComplete()).isTrue();
		assertThat(result.delivered()).isEqualTo(4);
		assertThat(result.took()).isLessThan(LONG);
		assertThat(engine.snapshot().balance().pending()).isZero();
		assertThat(engine.snapshot().bufferUsedBytes()).isZero();
	}

	@Test
	void aFlushOfNothingReturnsAtOnce() {
		DeliveryEngine engine = this.engines.start(this.scripted);
		StartedEngines.log(engine, A, "one");
		engine.flush(LONG);
		assertThat(engine.flush(LONG).streams()).isEmpty();
		assertThat(this.scripted.calls()).hasSize(1);
	}

	@Test
	void aFlushLetsAWaitingLaneTryAtOnce() {
		this.scripted.script(A, DENIED);
		DeliveryEngine engine = this.engines.start(this.scripted, this.engines.listener, Duration.ofHours(1), 1);
		StartedEngines.log(engine, A, "one");
		await().atMost(LONG).until(() -> this.engines.listener.told().contains("failing a DENIED"));
		assertThat(engine.snapshot().lanes()).extracting(DeliverySnapshot.LaneStatus::trouble)
			.containsExactly(DENIED.trouble());
		assertThat(engine.flush(LONG).isComplete()).isTrue();
	}

	@Test
	void aFlushThatTakesTooLongSaysWhatIsLeft() {
		DeliveryEngine engine = this.engines.start(this.engines.hanging);
		StartedEngines.log(engine, A, "one", "two");
		StartedEngines.log(engine, B, "three");
		FlushResult result = engine.flush(SHORT);
		assertThat(result.isComplete()).isFalse();
		assertThat(result.left()).isEqualTo(3);
		assertThat(result.streams()).containsExactlyInAnyOrder(new StreamResult(A, 0, 0, 2),
				new StreamResult(B, 0, 0, 1));
		assertThat(result.took()).isBetween(SHORT, LONG);
		this.engines.hanging.release();
		assertThat(engine.flush(LONG).isComplete()).isTrue();
	}

	@Test
	void aFlushAnswersOnlyForWhatWasPendingWhenItBegan() {
		DeliveryEngine engine = this.engines.start(this.engines.hanging);
		StartedEngines.log(engine, A, "one");
		CompletableFuture<FlushResult> flush = OwnThread.supply(() -> engine.flush(LONG));
		await().atMost(LONG).until(() -> this.engines.hanging.hanging() == 1);
		StartedEngines.log(engine, A, "two");
		this.engines.hanging.release();
		assertThat(flush.join().streams()).containsExactly(new StreamResult(A, 1, 0, 0));
		assertThat(engine.snapshot().balance().pending()).isEqualTo(1);
	}

	@Test
	void severalThreadsFlushAtTheSameTime() {
		DeliveryEngine engine = this.engines.start(this.scripted);
		List<CompletableFuture<Long>> threads = new ArrayList<>();
		for (int thread = 0; thread < 4; thread++) {
			Destination destination = new Destination("group", "stream" + thread % 2);
			threads.add(OwnThread.supply(() -> {
				long left = 0;
				for (int round = 0; round < 1_000; round++) {
					StartedEngines.log(engine, destination, "message");
					left += engine.flush(LONG).left();
					assertThat(engine.snapshot().balance().isBalanced()).isTrue();
				}
				return left;
			}));
		}
		assertThat(threads).extracting(CompletableFuture::join).containsOnly(0L);
		assertThat(engine.snapshot().balance()).isEqualTo(new Balance(4_000, 4_000, Map.of(), Map.of(), 0));
	}

	@Test
	void aFlushOfAnEngineThatStopsDoesNotWaitForItsTimeout() {
		DeliveryEngine engine = this.engines.start(this.engines.hanging);
		StartedEngines.log(engine, A, "one");
		CompletableFuture<FlushResult> flush = OwnThread.supply(() -> engine.flush(Duration.ofHours(1)));
		await().atMost(LONG).until(() -> this.engines.hanging.hanging() == 1);
		engine.stop(SHORT);
		assertThat(flush).succeedsWithin(LONG)
			.satisfies((result) -> assertThat(result.streams()).containsExactly(new StreamResult(A, 0, 1, 0)));
	}

}
