package io.github.cloudwatchlogging.delivery;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import io.github.cloudwatchlogging.settings.DeliverySettings;
import io.github.cloudwatchlogging.settings.RetrySettings;
import org.jspecify.annotations.Nullable;

/**
 * Sets how long the log groups that were missing keep their events, and tries again until
 * that works. Takes its turns with the dispatcher, on its thread; the calls have a thread
 * of their own, one at a time, so that no event ever waits for one.
 */
final class RetentionKeeper {

	/**
	 * The service takes 5 of these calls a second from a whole account: a fleet that is
	 * denied must not use them up.
	 */
	private static final Duration LONGEST_DELAY = Duration.ofMinutes(15);

	private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(1);

	private static final long THREAD_KEEP_ALIVE_SECONDS = 10;

	private final @Nullable Integer days;

	private final LogsService service;

	private final DeliveryListener listener;

	private final ExecutorService caller;

	private final RetryPolicy retryPolicy;

	private final Map<String, Task> tasks = new HashMap<>();

	private final Set<String> done = new HashSet<>();

	private final Queue<Finished> finished = new ConcurrentLinkedQueue<>();

	private boolean underWay;

	RetentionKeeper(DeliverySettings settings, LogsService service, DeliveryListener listener) {
		this(settings, service, listener, callerThread());
	}

	RetentionKeeper(DeliverySettings settings, LogsService service, DeliveryListener listener, ExecutorService caller) {
		this.days = settings.create().retentionDays();
		this.service = service;
		this.listener = listener;
		this.caller = caller;
		this.retryPolicy = new RetryPolicy(new RetrySettings(settings.retry().initialDelay(), LONGEST_DELAY),
				new SplittableRandom(System.nanoTime()));
	}

	private static ExecutorService callerThread() {
		ThreadPoolExecutor caller = new ThreadPoolExecutor(1, 1, THREAD_KEEP_ALIVE_SECONDS, TimeUnit.SECONDS,
				new LinkedBlockingQueue<>(), (work) -> new DeliveryThread(work, "cloudwatch-logs-retention"),
				new ThreadPoolExecutor.DiscardPolicy());
		caller.allowCoreThreadTimeOut(true);
		return caller;
	}

	/**
	 * A group was to be created. Where somebody else was faster, the retention is set all
	 * the same: instances of a fleet race, and the winner may be gone.
	 */
	void note(String group, Outcome outcome, long nowNanos) {
		if (outcome instanceof Outcome.Created created) {
			this.done.remove(group);
			if (created.untagged() != null) {
				this.listener.tagsMissing(group, created.untagged());
			}
		}
		else if (!(outcome instanceof Outcome.Existed)) {
			return;
		}
		if (this.days != null && !this.done.contains(group)) {
			this.tasks.putIfAbsent(group, new Task(group, nowNanos));
		}
	}

	/**
	 * Takes one turn: applies what came back, starts the next call.
	 * @param wakeUp called from the thread of the call when that is over
	 * @return nanoseconds until the next turn is due
	 */
	long runOnce(long nowNanos, Runnable wakeUp) {
		for (Finished call = this.finished.poll(); call != null; call = this.finished.poll()) {
			this.underWay = false;
			apply(call.task(), call.outcome(), nowNanos);
		}
		if (this.underWay) {
			return Long.MAX_VALUE;
		}
		long wait = Long.MAX_VALUE;
		for (Task task : this.tasks.values()) {
			long idle = task.notBeforeNanos - nowNanos;
			if (idle <= 0) {
				start(task, wakeUp);
				return Long.MAX_VALUE;
			}
			wait = Math.min(wait, idle);
		}
		return wait;
	}

	private void start(Task task, Runnable wakeUp) {
		this.caller.execute(() -> {
			this.finished.add(new Finished(task, call(task.group)));
			wakeUp.run();
		});
		// Not before: where no thread can be had, the next turn asks for one again.
		this.underWay = true;
	}

	private Outcome call(String group) {
		try {
			return this.service.putRetentionPolicy(group, (this.days != null) ? this.days : 0);
		}
		catch (Throwable ex) {
			this.listener.defect(ex);
			return Defects.outcome(ex);
		}
	}

	private void apply(Task task, Outcome outcome, long nowNanos) {
		if (outcome instanceof Outcome.TryLater tryLater) {
			retry(task, tryLater, nowNanos);
		}
		else if (outcome instanceof Outcome.Refused refused) {
			retry(task, new Outcome.TryLater(refused.trouble()), nowNanos);
		}
		else {
			this.tasks.remove(task.group);
			boolean set = !(outcome instanceof Outcome.DestinationMissing);
			if (set && this.done.add(task.group) && task.trouble != null) {
				this.listener.retentionSet(task.group);
			}
		}
	}

	private void retry(Task task, Outcome.TryLater tryLater, long nowNanos) {
		Trouble before = task.trouble;
		task.trouble = tryLater.trouble();
		task.failures++;
		task.notBeforeNanos = nowNanos + this.retryPolicy.delayNanos(task.failures, tryLater);
		if (before == null || before.kind() != tryLater.trouble().kind()) {
			this.listener.retentionFailing(task.group, tryLater.trouble());
		}
	}

	/**
	 * Ends the calls. One that is under way gets a moment: nobody sets the retention of
	 * this group later.
	 */
	void stop(Duration timeout) {
		this.caller.shutdown();
		Duration patience = (timeout.compareTo(PATIENCE_AT_STOP) < 0) ? timeout : PATIENCE_AT_STOP;
		try {
			// Either answer is fine: the call is over, or it had its moment.
			var unused = this.caller.awaitTermination(patience.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.caller.shutdownNow();
	}

	private static final class Task {

		private final String group;

		private long notBeforeNanos;

		private int failures;

		private @Nullable Trouble trouble;

		Task(String group, long nowNanos) {
			this.group = group;
			this.notBeforeNanos = nowNanos;
		}

	}

	private record Finished(Task task, Outcome outcome) {
	}

}
