package io.github.cloudwatchlogging.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.github.cloudwatchlogging.aws.AwsLogsService;
import io.github.cloudwatchlogging.aws.ClientSettings;
import io.github.cloudwatchlogging.aws.OwnClient;
import io.github.cloudwatchlogging.aws.StaticCredentials;
import io.github.cloudwatchlogging.batch.ByteBudget;
import io.github.cloudwatchlogging.batch.HeapStore;
import io.github.cloudwatchlogging.batch.RoomSignal;
import io.github.cloudwatchlogging.delivery.Trouble.Kind;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.event.MessageBytes;
import io.github.cloudwatchlogging.event.Severity;
import io.github.cloudwatchlogging.lane.Lanes;
import io.github.cloudwatchlogging.ledger.Balance;
import io.github.cloudwatchlogging.ledger.DropCause;
import io.github.cloudwatchlogging.ledger.LossObserver;
import io.github.cloudwatchlogging.settings.BatchSettings;
import io.github.cloudwatchlogging.settings.BufferSettings;
import io.github.cloudwatchlogging.settings.CreateSettings;
import io.github.cloudwatchlogging.settings.DeliverySettings;
import io.github.cloudwatchlogging.settings.EntitySettings;
import io.github.cloudwatchlogging.settings.RetrySettings;
import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.store.ReceivedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/**
 * An {@link Error} on any of the engine's threads, or in what they call: the engine goes
 * on, and each event is accounted for once.
 */
class ErrorInAWorkerTests {

	private static final Destination LANE = new Destination("group", "lane");

	private static final Duration LONG = StartedEngines.LONG;

	private static final Outcome REFUSED = new Outcome.Refused(
			new Trouble(Kind.INVALID, "InvalidParameterException", "poison"));

	private static final DeliverySettings SETTINGS = new DeliverySettings(
			new BatchSettings(Duration.ofMillis(10), 1_048_576, 50), BufferSettings.DEFAULT, 2,
			new RetrySettings(Duration.ofMillis(1), Duration.ofMillis(2)),
			new CreateSettings(true, true, 7, null, null, Map.of(), false));

	private final ScriptedService scripted = new ScriptedService();

	@RegisterExtension
	final StartedEngines engines = new StartedEngines();

	private final RecordingListener listener = this.engines.listener;

	private DeliveryEngine start(LogsService service, Fallback fallback) {
		return this.engines.start(SETTINGS, service, this.listener, fallback);
	}

	@Test
	void errorsInAnyCallToTheServiceCostNoEventAndRepeatNone() {
		FailingService service = new FailingService(this.scripted);
		DeliveryEngine engine = start(service, Fallback.NONE);
		List<CompletableFuture<Void>> callers = IntStream.range(0, 4)
			.mapToObj((caller) -> OwnThread.run(() -> IntStream.range(0, 1_000)
				.forEach((number) -> StartedEngines.log(engine,
						new Destination("group" + caller % 2, "stream" + caller + number % 3), caller + " " + number))))
			.toList();
		callers.forEach(CompletableFuture::join);
		await().atMost(LONG).until(() -> engine.flush(LONG).isComplete());
		assertThat(this.scripted.delivered()).doesNotHaveDuplicates().hasSize(4_000);
		assertThat(engine.snapshot().balance()).isEqualTo(new Balance(4_000, 4_000, Map.of(), Map.of(), 0));
		await().atMost(LONG).until(() -> this.listener.defects().size() == service.errors());
		assertThat(this.scripted.calls()).filteredOn((call) -> call.startsWith("create group")).hasSize(2);
		assertThat(this.scripted.calls()).filteredOn((call) -> call.startsWith("create stream")).hasSize(12);
	}

	@Test
	void errorsInTheSdkAndInTheMakingOfItsClientCostNoEventAndRepeatNone() {
		AtomicInteger calls = new AtomicInteger();
		try (EmbeddedCloudWatchLogs server = EmbeddedCloudWatchLogs.start()) {
			ClientSettings settings = new ClientSettings(server.region(), server.endpoint(),
					new StaticCredentials(server.accessKey(), server.secretKey(), null), LONG);
			OwnClient source = new OwnClient(settings, (builder) -> {
				failAtFirst(3, calls);
				builder.overrideConfiguration(builder.overrideConfiguration()
					.toBuilder()
					.addExecutionInterceptor(new FailingInterceptor(6, calls))
					.build());
			});
			DeliveryEngine engine = start(new AwsLogsService(source, SETTINGS.create(), EntitySettings.NONE),
					Fallback.NONE);
			StartedEngines.log(engine, LANE, "one", "two");
			assertThat(engine.flush(LONG).delivered()).isEqualTo(2);
			assertThat(server.events()).extracting(ReceivedEvent::message).containsExactly("one", "two");
			engine.stop(LONG);
		}
	}

	private static void failAtFirst(int failures, AtomicInteger calls) {
		if (calls.incrementAndGet() <= failures) {
			throw new NoClassDefFoundError("some/Class");
		}
	}

	@Test
	void anErrorThatCannotBeDescribedDoesNotHoldItsLaneForEver() {
		this.scripted.script(LANE, () -> {
			throw new Undescribable();
		});
		DeliveryEngine engine = start(this.scripted, Fallback.NONE);
		StartedEngines.log(engine, LANE, "one");
		assertThat(engine.flush(LONG).delivered()).isEqualTo(1);
	}

	@Test
	void aFallbackWhoseEveryTurnThrowsKeepsNoEventFromTheService() {
		FailingFallback fallback = new FailingFallback();
		DeliveryEngine engine = start(this.scripted, fallback);
		for (int round = 1; round <= 3; round++) {
			StartedEngines.log(engine, LANE, "message");
			int delivered = round;
			await().atMost(LONG).until(() -> engine.snapshot().balance().delivered() == delivered);
		}
		assertThat(fallback.turns()).isPositive();
	}

	@Test
	void aFallbackThatThrowsWhenShownARefusedEventHasNoneSentOrCountedTwice() {
		this.scripted.script(LANE, REFUSED, REFUSED, REFUSED);
		DeliveryEngine engine = start(this.scripted, new FailingFallback());
		StartedEngines.log(engine, LANE, "poison", "one", "two", "three");
		assertThat(engine.flush(LONG).isComplete()).isTrue();
		assertThat(this.scripted.delivered()).containsExactly("one", "two", "three");
		assertThat(engine.snapshot().balance())
			.isEqualTo(new Balance(4, 3, Map.of(), Map.of(DropCause.REFUSED, 1L), 0));
	}

	@Test
	void aFallbackThatThrowsIsNotFeltByALogCall() {
		DeliveryEngine engine = start(this.scripted, new FailingFallback());
		long tooNew = System.currentTimeMillis() + Duration.ofHours(3).toMillis();
		engine.accept(LANE, Severity.HIGH, tooNew, MessageBytes.of("one".getBytes(StandardCharsets.UTF_8)));
		engine.drop(DropCause.ENCODER_FAILED, tooNew, new byte[0]);
		engine.stop(LONG);
		StartedEngines.log(engine, LANE, "late");
		assertThat(engine.snapshot().balance()).isEqualTo(new Balance(3, 0, Map.of(),
				Map.of(DropCause.TOO_NEW, 1L, DropCause.ENCODER_FAILED, 1L, DropCause.STOPPED, 1L), 0));
	}

	@Test
	void anErrorAtTheEndOfOneThingDoesNotKeepTheOthersFromEnding() {
		FailingFallback fallback = new FailingFallback();
		DeliveryEngine engine = start(new FailingService(this.scripted), fallback);
		StartedEngines.log(engine, LANE, "one");
		assertThat(engine.stop(LONG).delivered()).isEqualTo(1);
		assertThat(this.scripted.isClosed()).isTrue();
		assertThat(fallback.closings()).isEqualTo(1);
	}

	@Test
	void wantOfThreadsDelaysEventsAndLosesNone() {
		Lanes lanes = new Lanes(SETTINGS.batch(), new HeapStore(new ByteBudget(1_000_000, 1, new RoomSignal())),
				System::nanoTime, LossObserver.NONE);
		AtomicInteger refusals = new AtomicInteger(3);
		Executor senders = (work) -> {
			if (refusals.getAndDecrement() > 0) {
				throw new OutOfMemoryError("unable to create native thread");
			}
			work.run();
		};
		Dispatcher dispatcher = new Dispatcher(SETTINGS, lanes, this.scripted, senders,
				new Verdicts(SETTINGS.create(), new RetryPolicy(SETTINGS.retry(), new SplittableRandom(1)),
						this.listener, new History(InstantSource.system()), DeliveryMeter.NONE),
				this.listener, new BufferWatch(lanes::droppedForRoom, this.listener, 1),
				new TimeWindow(InstantSource.system()),
				new Spread(SETTINGS.batch().maxDelay(), new SplittableRandom(1)));
		DispatchLoop loop = new DispatchLoop(dispatcher, Fallback.NONE, this.listener, System::nanoTime);
		lanes.lane(LANE)
			.append(Severity.HIGH, System.currentTimeMillis(), MessageBytes.of("one".getBytes(StandardCharsets.UTF_8)));
		loop.start();
		await().atMost(LONG).until(() -> lanes.lane(LANE).snapshot(System.nanoTime()).balance().delivered() == 1);
		loop.stop();
		assertThat(this.scripted.delivered()).containsExactly("one");
		assertThat(this.listener.defects()).hasSize(3).hasOnlyElementsOfType(OutOfMemoryError.class);
	}

	@Test
	void wantOfAThreadDelaysARetentionAndDoesNotForgetIt() {
		ThreadlessExecutor caller = new ThreadlessExecutor();
		RetentionKeeper keeper = new RetentionKeeper(SETTINGS, this.scripted, this.listener, caller);
		keeper.note("group", new Outcome.Created(), 0);
		assertThatThrownBy(() -> keeper.runOnce(0, () -> {
		})).isInstanceOf(OutOfMemoryError.class);
		caller.hasThreads = true;
		keeper.runOnce(1, () -> {
		});
		assertThat(this.scripted.calls()).containsExactly("put retention group 7");
	}

	/**
	 * Throws in the middle of the SDK's own way.
	 */
	private record FailingInterceptor(int failures, AtomicInteger calls) implements ExecutionInterceptor {

		@Override
		public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
			failAtFirst(this.failures, this.calls);
		}

	}

	/**
	 * Fails even to say what is wrong.
	 */
	private static final class Undescribable extends Error {

		@Override
		public String getMessage() {
			throw new IllegalStateException("broken");
		}

	}

	/**
	 * Has no thread to run what it is given, and later runs it at once.
	 */
	private static final class ThreadlessExecutor extends CallersExecutor {

		private boolean hasThreads;

		@Override
		public void execute(Runnable work) {
			if (!this.hasThreads) {
				throw new OutOfMemoryError("unable to create native thread");
			}
			super.execute(work);
		}

	}

}
