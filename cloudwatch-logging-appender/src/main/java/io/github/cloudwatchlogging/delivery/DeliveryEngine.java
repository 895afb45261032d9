package io.github.cloudwatchlogging.delivery;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

import io.github.cloudwatchlogging.batch.RoomSignal;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.event.MessageBytes;
import io.github.cloudwatchlogging.event.Severity;
import io.github.cloudwatchlogging.lane.Lanes;
import io.github.cloudwatchlogging.lane.LanesSnapshot;
import io.github.cloudwatchlogging.ledger.DropCause;
import io.github.cloudwatchlogging.ledger.LossObserver;
import io.github.cloudwatchlogging.settings.DeliverySettings;
import io.github.cloudwatchlogging.settings.InvalidSettingException;

/**
 * Takes encoded events from log calls and brings them to the service. Thread-safe. Runs
 * from {@link #start} to {@link #stop}; a stopped engine is not started again, another
 * takes its place.
 */
public final class DeliveryEngine {

	private static final long SENDER_KEEP_ALIVE_SECONDS = 60;

	private final LogsService service;

	private final DeliveryListener listener;

	private final Fallback fallback;

	private final Storage storage;

	private final Lanes lanes;

	private final ThreadPoolExecutor senders;

	private final BufferWatch bufferWatch;

	private final Dispatcher dispatcher;

	private final DispatchLoop loop;

	private final Flusher flusher;

	private final Intake intake;

	private final History history = new History(InstantSource.system());

	private DeliveryEngine(DeliverySettings settings, LogsService service, DeliveryListener listener, Fallback fallback,
			DeliveryMeter meter) {
		LongSupplier nanoClock = System::nanoTime;
		this.service = new MeteredService(service, meter, nanoClock);
		DeliveryListener guarded = new GuardedListener(listener);
		this.listener = guarded;
		this.fallback = (fallback != Fallback.NONE) ? new GuardedFallback(fallback, guarded) : Fallback.NONE;
		this.storage = new Storage(settings, guarded, nanoClock);
		LossObserver observer = (fallback != Fallback.NONE) ? this.fallback : LossObserver.NONE;
		this.lanes = new Lanes(settings.batch(), this.storage.store(), nanoClock, observer);
		this.senders = senders(settings.concurrency());
		this.bufferWatch = new BufferWatch(this.lanes::droppedForRoom, guarded, settings.batch().maxDelay().toNanos());
		// The JDK's own seed is shared by processes that were restored from one
		// checkpoint,
		// which would draw the same numbers.
		SplittableRandom random = new SplittableRandom(System.nanoTime());
		RetryPolicy retryPolicy = new RetryPolicy(settings.retry(), random);
		TimeWindow window = new TimeWindow(InstantSource.system());
		this.dispatcher = new Dispatcher(settings, this.lanes, this.service, this.senders,
				new Verdicts(settings.create(), retryPolicy, guarded, this.history, meter), guarded, this.bufferWatch,
				window, new Spread(settings.batch().maxDelay(), random));
		this.loop = new DispatchLoop(this.dispatcher, this.fallback, guarded, nanoClock);
		this.flusher = new Flusher(this.lanes, this.dispatcher, nanoClock);
		RoomSignal signal = this.storage.signal();
		Overflow overflow = Overflow.of(settings.buffer(), this.lanes, signal, nanoClock, this::sendNow);
		this.intake = new Intake(this.lanes, window, new Readiness(signal, nanoClock, this.storage::failed), overflow,
				settings.maxDestinations(), this.dispatcher::wakeUp);
	}

	/**
	 * Creates an engine and starts its dispatcher. Touches neither the network nor the
	 * service.
	 * @param settings how to deliver
	 * @param service where to; closed when the engine stops
	 * @param listener hears what an operator should know
	 * @param fallback is shown what is lost; closed when the engine stops
	 * @param meter measures the calls
	 * @return the running engine
	 * @throws InvalidSettingException if there is to be a spool and its directory can
	 * never be used
	 */
	public static DeliveryEngine start(DeliverySettings settings, LogsService service, DeliveryListener listener,
			Fallback fallback, DeliveryMeter meter) {
		DeliveryEngine engine = new DeliveryEngine(settings, service, listener, fallback, meter);
		engine.loop.start();
		engine.storage.start(engine.lanes, engine.dispatcher::wakeUp);
		return engine;
	}

	private void sendNow() {
		this.lanes.sealFirst();
		this.dispatcher.wakeUp();
	}

	private static ThreadPoolExecutor senders(int concurrency) {
		AtomicInteger number = new AtomicInteger();
		return new ThreadPoolExecutor(0, CallSlots.mostCalls(concurrency), SENDER_KEEP_ALIVE_SECONDS, TimeUnit.SECONDS,
				new SynchronousQueue<>(),
				(work) -> new DeliveryThread(work, "cloudwatch-logs-sender-" + number.incrementAndGet()));
	}

	/**
	 * Accepts one event. Waits only where the user chose to block; an event for which
	 * there is no room, or whose time the service would not take, is dropped and counted.
	 * @param destination the log group and stream
	 * @param severity how much of the buffer it may claim
	 * @param timestamp the event's time in milliseconds since the epoch
	 * @param message its lawful message, at most as long as a batch takes
	 */
	public void accept(Destination destination, Severity severity, long timestamp, MessageBytes message) {
		this.intake.accept(destination, severity, timestamp, message);
	}

	/**
	 * Accepts one event if that needs no waiting, nor the loss of any event.
	 * @param destination the log group and stream
	 * @param severity how much of the buffer it may claim
	 * @param timestamp the event's time in milliseconds since the epoch
	 * @param message its lawful message, at most as long as a batch takes
	 * @return whether it was accepted; if not, nothing has happened
	 */
	public boolean tryAccept(Destination destination, Severity severity, long timestamp, MessageBytes message) {
		return this.intake.tryAccept(destination, severity, timestamp, message);
	}

	/**
	 * Counts an event that was logged but never became a message.
	 * @param cause why
	 * @param timestamp its time in milliseconds since the epoch
	 * @param description its message, or what can be said of it, as valid UTF-8
	 */
	public void drop(DropCause cause, long timestamp, byte[] description) {
		this.lanes.drop(cause, timestamp, description);
	}

	/**
	 * Sends all that is pending now, and waits until it is settled. Lanes that wait for
	 * their next attempt make it at once. Several threads may flush at the same time.
	 * @param timeout how long to wait at most
	 * @return what was delivered and what is left
	 */
	public FlushResult flush(Duration timeout) {
		return beginFlush().await(timeout);
	}

	/**
	 * Begins a flush of all that is pending, and does not wait for it.
	 * @return the flush
	 */
	public FlushUnderWay beginFlush() {
		return this.flusher.begin((destination) -> true);
	}

	/**
	 * Sends what is pending for some destinations now, and waits until it is settled.
	 * @param wanted which destinations
	 * @param timeout how long to wait at most
	 * @return what was delivered and what is left
	 */
	public FlushResult flush(Predicate<Destination> wanted, Duration timeout) {
		return this.flusher.begin(wanted).await(timeout);
	}

	/**
	 * Drains and ends the engine. Events logged during the drain are still taken until
	 * all that was pending before is out; later ones are dropped and counted.
	 * @param timeout how long the drain may take in all
	 * @return what was delivered and what is left, which is dropped and counted
	 */
	public FlushResult stop(Duration timeout) {
		long startNanos = System.nanoTime();
		this.storage.stopRecovery(timeout);
		FlushResult first = flush(timeout.minusNanos(System.nanoTime() - startNanos));
		this.lanes.refuseEvents();
		Duration remaining = timeout.minusNanos(System.nanoTime() - startNanos);
		FlushResult result = first.followedBy(flush(remaining));
		this.loop.stop();
		this.dispatcher.end();
		this.lanes.abandon(DropCause.SHUTDOWN);
		this.dispatcher.progress().signal();
		this.dispatcher.retentionKeeper().stop(timeout.minusNanos(System.nanoTime() - startNanos));
		this.senders.shutdownNow();
		this.storage.stop(timeout.minusNanos(System.nanoTime() - startNanos));
		closeService();
		this.bufferWatch.close();
		this.fallback.close(System.nanoTime());
		if (!result.isComplete()) {
			this.listener.leftBehind(result, this.lanes.snapshot(System.nanoTime()).balance().left());
		}
		return result;
	}

	private void closeService() {
		try {
			this.service.close();
		}
		catch (Throwable ex) {
			this.listener.defect(ex);
		}
	}

	/**
	 * Returns where all events are.
	 * @return a snapshot that balances
	 */
	public DeliverySnapshot snapshot() {
		LanesSnapshot snapshot = this.lanes.snapshot(System.nanoTime());
		Map<Destination, Standing> standings = this.dispatcher.standings();
		List<DeliverySnapshot.LaneStatus> statuses = snapshot.lanes()
			.stream()
			.map((lane) -> standings.getOrDefault(lane.destination(), Standing.NEW).status(lane))
			.toList();
		return new DeliverySnapshot(snapshot.balance(), statuses, this.storage.usedMemoryBytes(),
				this.storage.memoryLimitBytes(), this.storage.spoolSnapshot(),
				this.dispatcher.entityRejections().counts(), this.history.snapshot(snapshot.sinceLastLoss()));
	}

}
