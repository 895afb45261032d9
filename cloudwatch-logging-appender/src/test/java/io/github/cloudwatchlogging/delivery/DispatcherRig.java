package io.github.cloudwatchlogging.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

import io.github.cloudwatchlogging.batch.ByteBudget;
import io.github.cloudwatchlogging.batch.HeapStore;
import io.github.cloudwatchlogging.batch.RoomSignal;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.event.MessageBytes;
import io.github.cloudwatchlogging.event.Severity;
import io.github.cloudwatchlogging.lane.Appended;
import io.github.cloudwatchlogging.lane.Lane;
import io.github.cloudwatchlogging.lane.Lanes;
import io.github.cloudwatchlogging.ledger.Balance;
import io.github.cloudwatchlogging.ledger.DropCause;
import io.github.cloudwatchlogging.ledger.LossObserver;
import io.github.cloudwatchlogging.settings.BatchSettings;
import io.github.cloudwatchlogging.settings.BufferSettings;
import io.github.cloudwatchlogging.settings.CreateSettings;
import io.github.cloudwatchlogging.settings.DeliverySettings;
import io.github.cloudwatchlogging.settings.RetrySettings;

/**
 * A dispatcher without threads: the test takes its turns and holds its clock.
 */
final class DispatcherRig {

	static final long LOG_TIME = 1_800_000_000_000L;

	final HoldingExecutor senders = new HoldingExecutor();

	final RecordingListener listener = new RecordingListener();

	final RoomSignal signal = new RoomSignal();

	final ByteBudget memory;

	final Lanes lanes;

	final Dispatcher dispatcher;

	final History history;

	final CountingMeter meter = new CountingMeter();

	int wakeUps;

	private long nowNanos = 1_000;

	/**
	 * Makes a rig whose back-off is always its bound: 1, 2, 4, ... up to 30 seconds.
	 */
	static DispatcherRig withBackOff(int concurrency, CreateSettings create, LogsService service) {
		return new DispatcherRig(new DeliverySettings(BatchSettings.DEFAULT, BufferSettings.DEFAULT, concurrency,
				new RetrySettings(Duration.ofSeconds(1), Duration.ofSeconds(30)), create), service);
	}

	DispatcherRig(DeliverySettings settings, LogsService service) {
		this(settings, service, new RetryPolicyTests.HighestRandom());
	}

	DispatcherRig(DeliverySettings settings, LogsService service, RandomGenerator random) {
		this.memory = new ByteBudget(settings.buffer().maxBytes(), 1, this.signal);
		this.lanes = new Lanes(settings.batch(), new HeapStore(this.memory), () -> this.nowNanos, LossObserver.NONE);
		InstantSource clock = () -> Instant.ofEpochMilli(LOG_TIME + TimeUnit.NANOSECONDS.toMillis(this.nowNanos));
		this.history = new History(clock);
		Verdicts verdicts = new Verdicts(settings.create(), new RetryPolicy(settings.retry(), random), this.listener,
				this.history, this.meter);
		this.dispatcher = new Dispatcher(settings, this.lanes, service, this.senders, verdicts, this.listener,
				new BufferWatch(this.lanes::droppedForRoom, this.listener, settings.batch().maxDelay().toNanos()),
				new TimeWindow(clock), new Spread(settings.batch().maxDelay(), random));
		this.dispatcher.onWakeUp(() -> this.wakeUps++);
	}

	/**
	 * Appends events to the open batch of a lane.
	 */
	void log(Destination destination, String... messages) {
		for (String message : messages) {
			Lane lane = this.lanes.lane(destination);
			MessageBytes bytes = MessageBytes.of(message.getBytes(StandardCharsets.UTF_8));
			if (lane.append(Severity.HIGH, LOG_TIME, bytes) == Appended.NO_ROOM) {
				lane.drop(DropCause.BUFFER_FULL, LOG_TIME, bytes);
			}
		}
	}

	/**
	 * Appends events, each of which becomes a batch of its own that can be sent.
	 */
	void logBatches(Destination destination, String... messages) {
		for (String message : messages) {
			log(destination, message);
			this.lanes.lane(destination).seal();
		}
	}

	/**
	 * Appends events of one time, which become a batch of their own that can be sent.
	 */
	void logBatchAt(long timestamp, Destination destination, String... messages) {
		Lane lane = this.lanes.lane(destination);
		for (String message : messages) {
			lane.append(Severity.HIGH, timestamp, MessageBytes.of(message.getBytes(StandardCharsets.UTF_8)));
		}
		lane.seal();
	}

	/**
	 * Takes one turn and returns the wait until the next.
	 */
	Duration turn() {
		return Duration.ofNanos(this.dispatcher.runOnce(this.nowNanos));
	}

	/**
	 * Takes turns until all is said and done for this moment, and returns the wait until
	 * the next.
	 */
	Duration settle() {
		Duration wait = turn();
		for (int before = -1; before != this.wakeUps;) {
			before = this.wakeUps;
			wait = turn();
		}
		return wait;
	}

	void advance(Duration duration) {
		this.nowNanos += duration.toNanos();
	}

	/**
	 * Takes turns exactly when the dispatcher asks for them, until the time is over.
	 */
	void runFor(Duration duration) {
		long end = this.nowNanos + duration.toNanos();
		Duration wait = settle();
		while (this.nowNanos + wait.toNanos() <= end) {
			this.nowNanos += Math.max(1, wait.toNanos());
			wait = settle();
		}
		this.nowNanos = end;
	}

	Standing standing(Destination destination) {
		return this.dispatcher.standings().getOrDefault(destination, Standing.NEW);
	}

	void hurry() {
		this.dispatcher.hurry(this.lanes.all());
	}

	Instant now() {
		return Instant.ofEpochMilli(LOG_TIME + TimeUnit.NANOSECONDS.toMillis(this.nowNanos));
	}

	Balance balance(Destination destination) {
		return this.lanes.lane(destination).snapshot(this.nowNanos).balance();
	}

	Balance balance() {
		return this.lanes.snapshot(this.nowNanos).balance();
	}

}
