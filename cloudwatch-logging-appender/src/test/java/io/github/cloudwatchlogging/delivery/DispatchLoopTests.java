package io.github.cloudwatchlogging.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;

import io.github.cloudwatchlogging.batch.ByteBudget;
import io.github.cloudwatchlogging.batch.HeapStore;
import io.github.cloudwatchlogging.batch.RoomSignal;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.event.MessageBytes;
import io.github.cloudwatchlogging.event.Severity;
import io.github.cloudwatchlogging.lane.Lane;
import io.github.cloudwatchlogging.lane.Lanes;
import io.github.cloudwatchlogging.ledger.LossObserver;
import io.github.cloudwatchlogging.settings.BatchSettings;
import io.github.cloudwatchlogging.settings.BufferSettings;
import io.github.cloudwatchlogging.settings.CreateSettings;
import io.github.cloudwatchlogging.settings.DeliverySettings;
import io.github.cloudwatchlogging.settings.RetrySettings;
import org.junit.jupiter.api.Test;

import static org.awaitility.Awaitility.await;

/**
 * {@link DispatchLoop} with its real thread. Deadlines are an hour away.
 */
class DispatchLoopTests {

	private static final Duration LONG = Duration.ofSeconds(10);

	private final DeliverySettings settings = new DeliverySettings(
			new BatchSettings(Duration.ofHours(1), 1_048_576, 10_000), BufferSettings.DEFAULT, 1, RetrySettings.DEFAULT,
			CreateSettings.DEFAULT);

	private final RecordingListener listener = new RecordingListener();

	private final ByteBudget memory = new ByteBudget(10_000_000, 1, new RoomSignal());

	private final Lanes lanes = new Lanes(this.settings.batch(), new HeapStore(this.memory), System::nanoTime,
			LossObserver.NONE);

	private final Lane lane = this.lanes.lane(new Destination("group", "stream"));

	@Test
	void aWakeUpDuringATurnIsNotForgottenThoughTheTurnWaitsForALock() {
		Dispatcher dispatcher = dispatcher(DispatchLoopTests::runAndParkAsALockDoes);
		DispatchLoop loop = new DispatchLoop(dispatcher, Fallback.NONE, this.listener, System::nanoTime);
		this.lane.append(Severity.HIGH, 1_800_000_000_000L, MessageBytes.of("one".getBytes(StandardCharsets.UTF_8)));
		this.lane.seal();
		loop.start();
		try {
			await().atMost(LONG).until(() -> this.lane.snapshot(0).balance().delivered() == 1);
		}
		finally {
			loop.stop();
		}
	}

	@Test
	void aStopDuringATurnIsNotForgottenThoughTheTurnWaitsForALock() {
		DispatchLoop[] loop = new DispatchLoop[1];
		Thread[] thread = new Thread[1];
		Dispatcher dispatcher = dispatcher((work) -> {
			thread[0] = Thread.currentThread();
			loop[0].stop();
			runAndParkAsALockDoes(work);
		});
		loop[0] = new DispatchLoop(dispatcher, Fallback.NONE, this.listener, System::nanoTime);
		this.lane.append(Severity.HIGH, 1_800_000_000_000L, MessageBytes.of("one".getBytes(StandardCharsets.UTF_8)));
		this.lane.seal();
		loop[0].start();
		await().atMost(LONG).until(() -> thread[0] != null && !thread[0].isAlive());
	}

	private static void runAndParkAsALockDoes(Runnable work) {
		work.run();
		LockSupport.parkNanos(1);
	}

	private Dispatcher dispatcher(Executor senders) {
		return new Dispatcher(this.settings, this.lanes, new ScriptedService(), senders,
				new Verdicts(this.settings.create(), new RetryPolicy(this.settings.retry(), new SplittableRandom(1)),
						this.listener, new History(InstantSource.system()), DeliveryMeter.NONE),
				this.listener, new BufferWatch(this.lanes::droppedForRoom, this.listener, 1),
				new TimeWindow(InstantSource.system()),
				new Spread(this.settings.batch().maxDelay(), new SplittableRandom(1)));
	}

}
