package io.github.cloudwatchlogging.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

import io.github.cloudwatchlogging.batch.ByteBudget;
import io.github.cloudwatchlogging.batch.HeapStore;
import io.github.cloudwatchlogging.batch.RoomSignal;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.event.MessageBytes;
import io.github.cloudwatchlogging.event.Severity;
import io.github.cloudwatchlogging.lane.Appended;
import io.github.cloudwatchlogging.lane.Lanes;
import io.github.cloudwatchlogging.ledger.Balance;
import io.github.cloudwatchlogging.ledger.LossObserver;
import io.github.cloudwatchlogging.settings.DeliverySettings;

/**
 * One application of a fleet: the engine's own parts, but for its threads. Its dispatcher
 * takes its turns when it asks for them, and its calls arrive after a moment.
 */
final class FleetInstance {

	private static final long NEVER = Long.MAX_VALUE;

	private static final MessageBytes MESSAGE = MessageBytes.of("message".getBytes(StandardCharsets.UTF_8));

	private static final long LEAST_LATENCY_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

	private static final long MOST_LATENCY_NANOS = TimeUnit.MILLISECONDS.toNanos(60);

	private static final long CALL_TIMEOUT_NANOS = TimeUnit.SECONDS.toNanos(30);

	private final VirtualTime time;

	private final SharedAccount account;

	private final SplittableRandom random;

	private final Destination destination;

	private final Lanes lanes;

	private final Dispatcher dispatcher;

	private final long eventEveryNanos;

	private final boolean waitsInOutages;

	private long lastEventNanos;

	private long nextEventNanos;

	private long logged;

	private long clockNanos;

	private long turnNanos = NEVER;

	FleetInstance(VirtualTime time, SharedAccount account, DeliverySettings settings, DeliveryListener listener,
			Destination destination, SplittableRandom random, RandomGenerator policyRandom, Duration eventEvery) {
		this.time = time;
		this.account = account;
		this.random = random;
		this.destination = destination;
		this.eventEveryNanos = eventEvery.toNanos();
		this.waitsInOutages = random.nextBoolean();
		ByteBudget memory = new ByteBudget(settings.buffer().maxBytes(), 1, new RoomSignal());
		this.lanes = new Lanes(settings.batch(), new HeapStore(memory), () -> this.clockNanos, LossObserver.NONE);
		InstantSource clock = () -> Instant.ofEpochMilli(millis(time.nowNanos()));
		Verdicts verdicts = new Verdicts(settings.create(), new RetryPolicy(settings.retry(), policyRandom), listener,
				new History(clock), DeliveryMeter.NONE);
		this.dispatcher = new Dispatcher(settings, this.lanes, account, this::call, verdicts, listener,
				new BufferWatch(this.lanes::droppedForRoom, listener, settings.batch().maxDelay().toNanos()),
				new TimeWindow(clock), new Spread(settings.batch().maxDelay(), policyRandom));
		this.dispatcher.onWakeUp(() -> turnAt(time.nowNanos()));
	}

	private static long millis(long nanos) {
		return DispatcherRig.LOG_TIME + TimeUnit.NANOSECONDS.toMillis(nanos);
	}

	/**
	 * Starts the application, which logs its first event once its engine has started.
	 */
	void start(long startNanos, long lastEventNanos) {
		this.nextEventNanos = startNanos + 1;
		this.lastEventNanos = lastEventNanos;
		turnAt(startNanos);
	}

	private void turnAt(long nanos) {
		if (nanos < this.turnNanos) {
			this.turnNanos = nanos;
			this.time.at(nanos, () -> turn(nanos));
		}
	}

	private void turn(long nowNanos) {
		if (this.turnNanos != nowNanos) {
			return;
		}
		this.turnNanos = NEVER;
		log(nowNanos);
		long waitNanos = this.dispatcher.runOnce(nowNanos);
		turnAt(nowNanos + Math.max(1, waitNanos));
	}

	// Between two turns nobody but log calls touches a lane, so that they can be made up
	// for, as long as none of them wakes the dispatcher.
	private void log(long nowNanos) {
		while (this.nextEventNanos <= Math.min(nowNanos, this.lastEventNanos)) {
			this.clockNanos = this.nextEventNanos;
			Appended appended = this.lanes.lane(this.destination)
				.append(Severity.NORMAL, millis(this.nextEventNanos), MESSAGE);
			if (appended != Appended.APPENDED) {
				throw new IllegalStateException("An event was to wake nobody, but is " + appended);
			}
			this.logged++;
			this.nextEventNanos += this.eventEveryNanos;
		}
		this.clockNanos = nowNanos;
	}

	private void call(Runnable call) {
		long nowNanos = this.time.nowNanos();
		if (this.waitsInOutages && this.account.isDown()) {
			this.time.at(nowNanos + CALL_TIMEOUT_NANOS, () -> this.account.withoutAnswer(call));
		}
		else {
			this.time.at(nowNanos + this.random.nextLong(LEAST_LATENCY_NANOS, MOST_LATENCY_NANOS), call);
		}
	}

	long logged() {
		return this.logged;
	}

	Balance balance() {
		return this.lanes.snapshot(this.time.nowNanos()).balance();
	}

}
