package io.github.cloudwatchlogging.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.github.cloudwatchlogging.batch.BatchSlice;
import io.github.cloudwatchlogging.delivery.FlushResult.StreamResult;
import io.github.cloudwatchlogging.delivery.Outcome.PartlyRejected;
import io.github.cloudwatchlogging.delivery.Outcome.TryLater;
import io.github.cloudwatchlogging.delivery.Trouble.Kind;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.event.MessageBytes;
import io.github.cloudwatchlogging.event.Severity;
import io.github.cloudwatchlogging.ledger.Balance;
import io.github.cloudwatchlogging.ledger.DropCause;
import io.github.cloudwatchlogging.settings.BatchSettings;
import io.github.cloudwatchlogging.settings.BufferSettings;
import io.github.cloudwatchlogging.settings.CreateSettings;
import io.github.cloudwatchlogging.settings.DeliverySettings;
import io.github.cloudwatchlogging.settings.RetrySettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

/**
 * {@link DeliveryEngine} with its real threads.
 */
class DeliveryEngineTests {

	private static final Destination A = new Destination("group", "a");

	private static final Destination B = new Destination("group", "b");

	private static final Duration LONG = Duration.ofSeconds(30);

	private static final Duration SHORT = Duration.ofMillis(100);

	private static final TryLater DENIED = new TryLater(new Trouble(Kind.DENIED, "Code", "message"));

	private final ScriptedService scripted = new ScriptedService();

	private final HangingService hanging = new HangingService();

	private final RecordingListener listener = new RecordingListener();

	private final List<DeliveryEngine> engines = new ArrayList<>();

	@AfterEach
	void noThreadIsLeft() {
		this.hanging.release();
		this.engines.forEach((engine) -> engine.stop(Duration.ZERO));
		await().atMost(LONG).until(() -> engineThreads().isEmpty());
	}

	private static List<Thread> engineThreads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread instanceof DeliveryThread)
			.toList();
	}

	private DeliveryEngine start(LogsService service) {
		return start(service, this.listener, Duration.ofHours(1), 1_000);
	}

	private DeliveryEngine start(LogsService service, DeliveryListener listener, Duration maxDelay, int maxEvents) {
		DeliveryEngine engine = DeliveryEngine.start(
				new DeliverySettings(new BatchSettings(maxDelay, 1_048_576, maxEvents), BufferSettings.DEFAULT, 2,
						new RetrySettings(Duration.ofMinutes(1), Duration.ofHours(1)), CreateSettings.DEFAULT),
				service, listener, Fallback.NONE, DeliveryMeter.NONE);
		this.engines.add(engine);
		return engine;
	}

	private static void log(DeliveryEngine engine, Destination destination, String... messages) {
		for (String message : messages) {
			engine.accept(destination, Severity.HIGH, System.currentTimeMillis(),
					MessageBytes.of(message.getBytes(StandardCharsets.UTF_8)));
		}
	}

	@Test
	void eventsAreDeliveredWhenTheirDeadlineHasCome() {
		DeliveryEngine engine = start(this.scripted, this.listener, Duration.ofMillis(10), 1_000);
		log(engine, A, "one", "two");
		await().atMost(LONG).until(() -> engine.snapshot().balance().delivered() == 2);
		assertThat(this.scripted.delivered()).containsExactly("one", "two");
	}

	@Test
	void aFullBatchIsDeliveredAtOnce() {
		DeliveryEngine engine = start(this.scripted, this.listener, Duration.ofHours(1), 2);
		log(engine, A, "one", "two", "three");
		await().atMost(LONG).until(() -> engine.snapshot().balance().delivered() == 2);
		assertThat(this.scripted.delivered()).containsExactly("one", "two");
	}

	@Test
	void aFlushReturnsWhenAllIsSettledAndReportsEachStream() {
		this.scripted.script(B, new PartlyRejected(1, 0, 3));
		DeliveryEngine engine = start(this.scripted);
		log(engine, A, "one", "two");
		log(engine, B, "three", "four", "five");
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
		DeliveryEngine engine = start(this.scripted);
		log(engine, A, "one");
		engine.flush(LONG);
		assertThat(engine.flush(LONG).streams()).isEmpty();
		assertThat(this.scripted.calls()).hasSize(1);
	}

	@Test
	void aFlushLetsAWaitingLaneTryAtOnce() {
		this.scripted.script(A, DENIED);
		DeliveryEngine engine = start(this.scripted, this.listener, Duration.ofHours(1), 1);
		log(engine, A, "one");
		await().atMost(LONG).until(() -> this.listener.told().contains("failing a DENIED"));
		assertThat(engine.snapshot().lanes()).extracting(DeliverySnapshot.LaneStatus::trouble)
			.containsExactly(DENIED.trouble());
		assertThat(engine.flush(LONG).isComplete()).isTrue();
	}

	@Test
	void aFlushThatTakesTooLongSaysWhatIsLeft() {
		DeliveryEngine engine = start(this.hanging);
		log(engine, A, "one", "two");
		log(engine, B, "three");
		FlushResult result = engine.flush(SHORT);
		assertThat(result.isComplete()).isFalse();
		assertThat(result.left()).isEqualTo(3);
		assertThat(result.streams()).containsExactlyInAnyOrder(new StreamResult(A, 0, 0, 2),
				new StreamResult(B, 0, 0, 1));
		assertThat(result.took()).isBetween(SHORT, LONG);
		this.hanging.release();
		assertThat(engine.flush(LONG).isComplete()).isTrue();
	}

	@Test
	void aFlushAnswersOnlyForWhatWasPendingWhenItBegan() {
		DeliveryEngine engine = start(this.hanging);
		log(engine, A, "one");
		CompletableFuture<FlushResult> flush = OwnThread.supply(() -> engine.flush(LONG));
		await().atMost(LONG).until(() -> this.hanging.hanging() == 1);
		log(engine, A, "two");
		this.hanging.release();
		assertThat(flush.join().streams()).containsExactly(new StreamResult(A, 1, 0, 0));
		assertThat(engine.snapshot().balance().pending()).isEqualTo(1);
	}

	@Test
	void severalThreadsFlushAtTheSameTime() {
		DeliveryEngine engine = start(this.scripted);
		List<CompletableFuture<Long>> threads = new ArrayList<>();
		for (int thread = 0; thread < 4; thread++) {
			Destination destination = new Destination("group", "stream" + thread % 2);
			threads.add(OwnThread.supply(() -> {
				long left = 0;
				for (int round = 0; round < 1_000; round++) {
					log(engine, destination, "message");
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
	void aStopDeliversAllThatIsPending() {
		DeliveryEngine engine = start(this.scripted);
		log(engine, A, "one", "two");
		FlushResult result = engine.stop(LONG);
		assertThat(result.isComplete()).isTrue();
		assertThat(result.delivered()).isEqualTo(2);
		assertThat(this.scripted.delivered()).containsExactly("one", "two");
		assertThat(this.scripted.isClosed()).isTrue();
		assertThat(this.listener.told()).isEmpty();
	}

	@Test
	void aStopEndsInTimeWhileTheServiceHangsAndCountsWhatIsLeft() {
		DeliveryEngine engine = start(this.hanging);
		log(engine, A, "one", "two");
		log(engine, B, "three");
		long startNanos = System.nanoTime();
		FlushResult result = engine.stop(SHORT);
		assertThat(Duration.ofNanos(System.nanoTime() - startNanos)).isBetween(SHORT, Duration.ofSeconds(5));
		assertThat(result.streams()).containsExactlyInAnyOrder(new StreamResult(A, 0, 0, 2),
				new StreamResult(B, 0, 0, 1));
		assertThat(this.listener.told()).containsExactly("left 3");
		Balance balance = engine.snapshot().balance();
		assertThat(balance.dropped(DropCause.SHUTDOWN)).isEqualTo(3);
		assertThat(balance.pending()).isZero();
		assertThat(balance.isBalanced()).isTrue();
		assertThat(engine.snapshot().bufferUsedBytes()).isZero();
	}

	@Test
	void aStopWithoutTimeEndsAtOnce() {
		DeliveryEngine engine = start(this.hanging);
		log(engine, A, "one");
		assertThat(engine.stop(Duration.ZERO).left()).isEqualTo(1);
		assertThat(engine.snapshot().balance().dropped(DropCause.SHUTDOWN)).isEqualTo(1);
	}

	@Test
	void eventsAfterTheStopAreCounted() {
		DeliveryEngine engine = start(this.scripted);
		log(engine, A, "one");
		engine.stop(LONG);
		log(engine, A, "late");
		log(engine, B, "late", "late");
		Balance balance = engine.snapshot().balance();
		assertThat(balance.delivered()).isEqualTo(1);
		assertThat(balance.dropped(DropCause.STOPPED)).isEqualTo(3);
		assertThat(balance.isBalanced()).isTrue();
	}

	@Test
	void anAnswerThatComesAfterTheStopChangesNothing() {
		DeliveryEngine engine = start(this.hanging);
		log(engine, A, "one");
		engine.stop(SHORT);
		Balance stopped = engine.snapshot().balance();
		this.hanging.release();
		await().atMost(LONG).until(() -> engineThreads().isEmpty());
		assertThat(engine.snapshot().balance()).isEqualTo(stopped);
		assertThat(this.listener.told()).containsExactly("left 1");
	}

	@Test
	void anIdleEngineHasOneThreadWhichEndsWithIt() {
		DeliveryEngine engine = start(this.scripted);
		assertThat(engineThreads()).extracting(Thread::getName).containsExactly("cloudwatch-logs-dispatcher");
		assertThat(engineThreads()).allMatch(Thread::isDaemon);
		engine.stop(LONG);
		await().atMost(LONG).until(() -> engineThreads().isEmpty());
	}

	@Test
	void anEventThatNeverBecameAMessageIsCounted() {
		DeliveryEngine engine = start(this.scripted);
		engine.drop(DropCause.ENCODER_FAILED, 0, new byte[0]);
		assertThat(engine.snapshot().balance().dropped(DropCause.ENCODER_FAILED)).isEqualTo(1);
		assertThat(engine.snapshot().balance().isBalanced()).isTrue();
	}

	@Test
	void theLedgerBalancesWhileFourThreadsLogAndTheEngineStops() {
		DeliveryEngine engine = start(this.scripted, this.listener, Duration.ofMillis(10), 50);
		List<CompletableFuture<Void>> threads = new ArrayList<>();
		for (int thread = 0; thread < 4; thread++) {
			String name = "stream" + thread;
			threads.add(OwnThread.run(() -> {
				for (int event = 0; event < 5_000; event++) {
					log(engine, new Destination("group", name + event % 3), "message");
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
	void aFlushOfAnEngineThatStopsDoesNotWaitForItsTimeout() {
		DeliveryEngine engine = start(this.hanging);
		log(engine, A, "one");
		CompletableFuture<FlushResult> flush = OwnThread.supply(() -> engine.flush(Duration.ofHours(1)));
		await().atMost(LONG).until(() -> this.hanging.hanging() == 1);
		engine.stop(SHORT);
		assertThat(flush).succeedsWithin(LONG)
			.satisfies((result) -> assertThat(result.streams()).containsExactly(new StreamResult(A, 0, 1, 0)));
	}

	@Test
	void aListenerThatAlwaysThrowsKeepsNoEventFromTheService() {
		this.scripted.script(A, DENIED, new PartlyRejected(1, 0, 2), new Outcome.Refused(DENIED.trouble()),
				new Outcome.Refused(DENIED.trouble()));
		this.scripted.script(A, () -> {
			throw new AssertionError("broken");
		});
		DeliveryEngine engine = start(this.scripted, new ThrowingListener(), Duration.ofHours(1), 2);
		log(engine, A, "1", "2", "3", "4", "5", "6");
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

	@Test
	void aServiceThatCannotBeClosedDoesNotBreakTheStop() {
		DeliveryEngine engine = start(new UnclosableService(this.hanging));
		log(engine, A, "one");
		assertThatCode(() -> engine.stop(SHORT)).doesNotThrowAnyException();
		assertThat(this.listener.told()).containsExactly("defect", "left 1");
	}

	/**
	 * Throws whatever it is told.
	 */
	private static final class ThrowingListener implements DeliveryListener {

		private static AssertionError broken() {
			return new AssertionError("A listener that is broken");
		}

		@Override
		public void deliveryFailing(Destination destination, Trouble trouble) {
			throw broken();
		}

		@Override
		public void deliveryRecovered(Destination destination, int attempts) {
			throw broken();
		}

		@Override
		public void eventRefused(Destination destination, EventExcerpt event, Trouble trouble) {
			throw broken();
		}

		@Override
		public void batchRefused(Destination destination, int events, Trouble trouble) {
			throw broken();
		}

		@Override
		public void eventsRejected(Destination destination, long events) {
			throw broken();
		}

		@Override
		public void entityRejected(Destination destination, String errorType) {
			throw broken();
		}

		@Override
		public void tagsMissing(String group, Trouble trouble) {
			throw broken();
		}

		@Override
		public void retentionFailing(String group, Trouble trouble) {
			throw broken();
		}

		@Override
		public void retentionSet(String group) {
			throw broken();
		}

		@Override
		public void bufferFull() {
			throw broken();
		}

		@Override
		public void bufferHasRoom(long dropped) {
			throw broken();
		}

		@Override
		public void defect(Throwable defect) {
			throw broken();
		}

		@Override
		public void batchUnreadable(Destination destination, int events, Trouble trouble) {
			throw broken();
		}

		@Override
		public void eventsExpired(Destination destination, int events) {
			throw broken();
		}

		@Override
		public void spoolFailing(Throwable cause) {
			throw broken();
		}

		@Override
		public void spoolWorking() {
			throw broken();
		}

		@Override
		public void eventsRecovered(long events, int processes) {
			throw broken();
		}

		@Override
		public void recoveryFailed(String owner, Throwable cause) {
			throw broken();
		}

		@Override
		public void batchFileDamaged(String path, String reason) {
			throw broken();
		}

		@Override
		public void leftBehind(FlushResult result, long inSpool) {
			throw broken();
		}

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
