package io.github.cloudwatchlogging.faults;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.LoggingEvent;
import io.github.cloudwatchlogging.delivery.OwnThread;
import org.jspecify.annotations.Nullable;

/**
 * Threads that log numbered events at a steady rate.
 */
final class Load {

	private static final int CALLERS = 4;

	private static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

	private static final long WORTH_KEEPING_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

	private final Logger logger;

	private final List<Caller> callers = IntStream.range(0, CALLERS).mapToObj(Caller::new).toList();

	private List<CompletableFuture<Void>> threads = List.of();

	private long startNanos;

	private long endNanos;

	private volatile @Nullable OddEvents oddEvents;

	private volatile boolean over;

	Load(Logger logger) {
		this.logger = logger;
	}

	void start() {
		this.startNanos = System.nanoTime();
		this.threads = this.callers.stream().map(OwnThread::run).toList();
	}

	/**
	 * Changes which events are odd.
	 */
	void oddEvents(@Nullable OddEvents oddEvents) {
		this.oddEvents = oddEvents;
	}

	/**
	 * Ends the threads, and fails where a log call threw.
	 */
	void stop() {
		if (this.over) {
			return;
		}
		this.over = true;
		this.threads.forEach(CompletableFuture::join);
		this.endNanos = System.nanoTime();
	}

	/**
	 * Returns how many events were logged, odd ones included. To be asked once it is
	 * over, as what follows.
	 */
	long logged() {
		return this.callers.stream().mapToLong((caller) -> caller.next).sum();
	}

	long perSecond() {
		return logged() * TimeUnit.SECONDS.toNanos(1) / Math.max(1, this.endNanos - this.startNanos);
	}

	long loggedOdd() {
		return this.callers.stream().mapToLong((caller) -> caller.odd).sum();
	}

	boolean hasLogged(NumberedEvent event) {
		return event.number() < this.callers.get(event.caller()).next;
	}

	TimeSpan longestCall() {
		return this.callers.stream()
			.map((caller) -> caller.longest)
			.max(Comparator.comparingLong(TimeSpan::nanos))
			.orElseThrow();
	}

	List<TimeSpan> longCalls() {
		return this.callers.stream().flatMap((caller) -> caller.longCalls.stream()).toList();
	}

	private final class Caller implements Runnable {

		private final int caller;

		private final List<TimeSpan> longCalls = new ArrayList<>();

		private TimeSpan longest = new TimeSpan(0, 0);

		private int next;

		private int odd;

		Caller(int caller) {
			this.caller = caller;
		}

		@Override
		public void run() {
			long dueNanos = System.nanoTime();
			while (!Load.this.over) {
				logOne();
				dueNanos += INTERVAL_NANOS;
				keepPace(dueNanos);
			}
		}

		private void keepPace(long dueNanos) {
			for (long wait = dueNanos - System.nanoTime(); wait > 0; wait = dueNanos - System.nanoTime()) {
				LockSupport.parkNanos(this, wait);
			}
		}

		private void logOne() {
			OddEvents oddNow = Load.this.oddEvents;
			boolean isOdd = oddNow != null && oddNow.include(this.next);
			String message = new NumberedEvent(this.caller, this.next, isOdd).toString();
			long startNanos = System.nanoTime();
			if (oddNow != null && isOdd) {
				LoggingEvent event = new LoggingEvent(Load.class.getName(), Load.this.logger, Level.INFO, message, null,
						null);
				event.setTimeStamp(System.currentTimeMillis() + oddNow.shift().toMillis());
				Load.this.logger.callAppenders(event);
				this.odd++;
			}
			else {
				Load.this.logger.info(message);
			}
			note(new TimeSpan(startNanos, System.nanoTime()));
			this.next++;
		}

		private void note(TimeSpan call) {
			this.longest = (call.nanos() > this.longest.nanos()) ? call : this.longest;
			if (call.nanos() > WORTH_KEEPING_NANOS) {
				this.longCalls.add(call);
			}
		}

	}

}
