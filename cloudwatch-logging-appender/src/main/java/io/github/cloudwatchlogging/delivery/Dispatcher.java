package io.github.cloudwatchlogging.delivery;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

import io.github.cloudwatchlogging.batch.Batch;
import io.github.cloudwatchlogging.batch.UnreadableBatchException;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.lane.Lane;
import io.github.cloudwatchlogging.lane.Lanes;
import io.github.cloudwatchlogging.ledger.DropCause;
import io.github.cloudwatchlogging.ledger.Settlement;
import io.github.cloudwatchlogging.settings.DeliverySettings;
import org.jspecify.annotations.Nullable;

/**
 * Decides which lane's call is made when. One thread takes its turns and owns all its
 * state; the calls themselves are made by the senders, which only hand back what came of
 * them. A lane's back-off is a time in its {@link Course}, so that no lane waits for
 * another.
 */
final class Dispatcher {

	private static final long MOST_NANOS_IN_A_SLOT = TimeUnit.SECONDS.toNanos(2);

	/**
	 * A call holds its batch, its body and, in crash-safe mode, a copy of the batch:
	 * three megabytes, and as many again until they are collected.
	 */
	private static final long HEAP_FOR_EACH_CALL_SIDE_BY_SIDE = 32L * 1024 * 1024;

	private final DeliverySettings settings;

	private final Lanes lanes;

	private final int mostSideBySide;

	private final Senders senders;

	private final Verdicts verdicts;

	private final DeliveryListener listener;

	private final BufferWatch bufferWatch;

	private final TimeWindow window;

	private final Spread spread;

	private final CallSlots slots;

	private final EntityRejections entityRejections;

	private final RetentionKeeper retentionKeeper;

	private final Map<Lane, Course> courses = new ConcurrentHashMap<>();

	private final Progress progress = new Progress();

	private final Set<Lane> hurried = ConcurrentHashMap.newKeySet();

	private volatile Runnable wakeUp = () -> {
	};

	Dispatcher(DeliverySettings settings, Lanes lanes, LogsService service, Executor threads, Verdicts verdicts,
			DeliveryListener listener, BufferWatch bufferWatch, TimeWindow window, Spread spread) {
		this.settings = settings;
		this.lanes = lanes;
		this.mostSideBySide = service.ordersByTime() ? mostSideBySide(settings.concurrency()) : 1;
		this.senders = new Senders(service, threads, listener);
		this.verdicts = verdicts;
		this.listener = listener;
		this.bufferWatch = bufferWatch;
		this.window = window;
		this.spread = spread;
		this.slots = new CallSlots(settings.concurrency(),
				Math.min(MOST_NANOS_IN_A_SLOT, settings.batch().maxDelay().toNanos() / 2));
		this.entityRejections = new EntityRejections(listener);
		this.retentionKeeper = new RetentionKeeper(settings, service, listener);
	}

	private static int mostSideBySide(int concurrency) {
		long mostForHeap = Runtime.getRuntime().maxMemory() / HEAP_FOR_EACH_CALL_SIDE_BY_SIDE;
		return (int) Math.max(1, Math.min(mostForHeap, concurrency));
	}

	/**
	 * Takes one turn: applies what came back, seals what is due, starts what may be sent.
	 * @param nowNanos the engine's time
	 * @return nanoseconds until the next turn is due, unless it is woken before
	 */
	long runOnce(long nowNanos) {
		applyFinished(nowNanos);
		closeExcessLanes(nowNanos);
		for (Lane lane : this.lanes.all()) {
			Course course = this.courses.computeIfAbsent(lane,
					(key) -> new Course(key, this.spread, this.mostSideBySide, nowNanos));
			course.sealIfDue(nowNanos);
			if (this.hurried.remove(lane)) {
				course.hurry(nowNanos);
			}
		}
		startCalls(nowNanos);
		this.bufferWatch.look(nowNanos);
		long retentionIdleNanos = this.retentionKeeper.runOnce(nowNanos, this::wakeUp);
		return Math.min(retentionIdleNanos, nanosUntilNextTurn(nowNanos));
	}

	// Every lane that is due has its call before any has another beside it.
	private void startCalls(long nowNanos) {
		boolean started = true;
		while (started) {
			started = false;
			for (Course course : this.slots.choose(this.courses.values(), nowNanos)) {
				started |= start(course, nowNanos);
			}
		}
	}

	private void closeExcessLanes(long nowNanos) {
		boolean closed = this.lanes.closeRecovered();
		if (this.lanes.exceed(this.settings.maxDestinations())) {
			this.lanes.closeExcess(this.settings.maxDestinations(), nowNanos);
			closed = true;
		}
		if (closed) {
			Set<Lane> open = Set.copyOf(this.lanes.all());
			this.courses.keySet().retainAll(open);
			this.hurried.retainAll(open);
		}
	}

	private void applyFinished(long nowNanos) {
		Senders.Finished call = this.senders.poll();
		while (call != null) {
			apply(call, nowNanos);
			this.progress.signal();
			call = this.senders.poll();
		}
	}

	private void apply(Senders.Finished finished, long nowNanos) {
		CallUnderWay call = finished.call();
		call.course().end();
		this.slots.ended(call);
		try {
			noteAside(call, finished.outcome(), nowNanos);
			this.verdicts.apply(call, finished.outcome(), nowNanos);
		}
		finally {
			call.course().lane().giveBack(call.slice().batch());
		}
	}

	/**
	 * Takes what an outcome says beside the fate of its batch.
	 */
	private void noteAside(CallUnderWay call, Outcome outcome, long nowNanos) {
		this.entityRejections.note(call.destination(), outcome);
		if (call.call() == Course.Call.CREATE_LOG_GROUP) {
			this.retentionKeeper.note(call.destination().group(), outcome, nowNanos);
		}
	}

	/**
	 * Starts the next call of a lane.
	 * @return whether one was started
	 */
	private boolean start(Course course, long nowNanos) {
		Batch batch = course.take();
		boolean started = false;
		try {
			started = batch != null && start(course, batch, nowNanos);
		}
		finally {
			if (batch != null && !started) {
				course.lane().giveBack(batch);
			}
		}
		return started;
	}

	private boolean start(Course course, Batch batch, long nowNanos) {
		if (dropExpired(course, batch)) {
			wakeUp();
			return false;
		}
		CallUnderWay call = new CallUnderWay(course, course.nextCall(), course.slices().next(batch), course.round(),
				nowNanos);
		if (!this.senders.start(call, this::wakeUp)) {
			return false;
		}
		course.start(nowNanos);
		this.slots.started(call);
		return true;
	}

	/**
	 * Gives up the events at a batch's beginning that the service would not take any
	 * more.
	 * @return whether that was all of it
	 */
	private boolean dropExpired(Course course, Batch batch) {
		int expired;
		try {
			expired = batch.pendingBefore(this.window.oldestMillis());
		}
		catch (UnreadableBatchException ex) {
			// The call will find out too, and that is where it is judged.
			return false;
		}
		if (expired > 0) {
			course.lane().settle(batch, Settlement.dropped(DropCause.EXPIRED, expired));
			course.slices().restart(batch);
			this.listener.eventsExpired(course.lane().destination(), expired);
		}
		return batch.pending() == 0;
	}

	private long nanosUntilNextTurn(long nowNanos) {
		// An open batch that is younger than this turn is seen by the next one in time,
		// however early it is sent: nobody has to wake the dispatcher for it.
		long wait = this.settings.batch().maxDelay().toNanos() - this.spread.mostNanos();
		long untilSlotIsFree = this.slots.nanosUntilSlotIsFree(nowNanos);
		for (Course course : this.courses.values()) {
			long idle = course.canStart(nowNanos) ? untilSlotIsFree : course.idleNanos(nowNanos);
			wait = Math.min(wait, Math.max(0, idle));
		}
		return wait;
	}

	void onWakeUp(Runnable wakeUp) {
		this.wakeUp = wakeUp;
	}

	void wakeUp() {
		this.wakeUp.run();
	}

	/**
	 * Lets lanes try at once, whatever they wait for, in the next turn.
	 */
	void hurry(Collection<Lane> lanes) {
		this.hurried.addAll(lanes);
		wakeUp();
	}

	/**
	 * From now on calls are cut off under way.
	 */
	void end() {
		this.senders.end();
	}

	EntityRejections entityRejections() {
		return this.entityRejections;
	}

	RetentionKeeper retentionKeeper() {
		return this.retentionKeeper;
	}

	Progress progress() {
		return this.progress;
	}

	/**
	 * Returns how each destination stands. One may have two lanes; what keeps either from
	 * delivering counts.
	 */
	Map<Destination, Standing> standings() {
		Map<Destination, Standing> standings = new HashMap<>();
		for (Course course : this.courses.values()) {
			standings.merge(course.lane().destination(), Standing.of(course), Standing::and);
		}
		return standings;
	}

}
