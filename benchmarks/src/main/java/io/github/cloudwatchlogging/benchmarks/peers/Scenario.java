package io.github.cloudwatchlogging.benchmarks.peers;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * What contenders are put through.
 */
enum Scenario {

	/**
	 * How much goes through.
	 */
	ONE_THREAD("1 thread", Workload.unthrottled(1, 2_000_000), Duration.ZERO),

	/**
	 * How much goes through of several threads.
	 */
	FOUR_THREADS("4 threads", Workload.unthrottled(4, 2_000_000), Duration.ZERO),

	/**
	 * How much goes through where each request takes its time.
	 */
	SLOW_SERVICE("1 thread, 30 ms a request", Workload.unthrottled(1, 2_000_000), Duration.ofMillis(30)),

	/**
	 * What a call costs where it never has to wait for room.
	 */
	BURSTS_ONE_THREAD("1 thread, 50,000 at once, twice a second",
			Workload.bursts(1, 500_000, 50_000, Duration.ofMillis(500)).withWarmUp(100_000), Duration.ZERO),

	/**
	 * What a call costs beside others where it never has to wait for room.
	 */
	BURSTS_FOUR_THREADS("4 threads, 50,000 at once, twice a second",
			Workload.bursts(4, 500_000, 50_000, Duration.ofMillis(500)).withWarmUp(100_000), Duration.ZERO),

	/**
	 * A busy application.
	 */
	STEADY_ONE_THREAD("1 thread, 5,000/s", Workload.steady(1, 5_000, Duration.ofSeconds(10)).withWarmUp(100_000),
			Duration.ZERO),

	/**
	 * A busy application with several threads.
	 */
	STEADY_FOUR_THREADS("4 threads, 5,000/s", Workload.steady(4, 5_000, Duration.ofSeconds(10)).withWarmUp(100_000),
			Duration.ZERO),

	/**
	 * An application with little to do, and then none.
	 */
	IDLE("10/s for 30 s, then none for 30 s",
			Workload.steady(1, 10, Duration.ofSeconds(30)).withRest(Duration.ofSeconds(30)).withWarmUp(100_000),
			Duration.ZERO);

	private final String title;

	@SuppressWarnings("ImmutableEnumChecker") // a record of nothing but values
	private final Workload workload;

	private final Duration delay;

	Scenario(String title, Workload workload, Duration delay) {
		this.title = title;
		this.workload = workload;
		this.delay = delay;
	}

	String title() {
		return this.title;
	}

	Workload workload() {
		return this.workload;
	}

	/**
	 * Returns how long each request waits for its answer.
	 */
	Duration delay() {
		return this.delay;
	}

	/**
	 * Returns the most memory that the heap begins with. Where memory is the question, a
	 * heap that was never full must not look needed.
	 */
	int initialHeapMegabytes(int heapMegabytes) {
		return isPaced() ? 16 : Math.min(heapMegabytes, 256);
	}

	/**
	 * Returns whether the workload, and not the contender, says how fast it goes.
	 */
	boolean isPaced() {
		return !this.workload.period().isZero();
	}

	/**
	 * Returns whether each call is followed by a pause, which takes more CPU than the
	 * call.
	 */
	boolean isSteady() {
		return isPaced() && this.workload.burst() == 1;
	}

	/**
	 * Returns those for whom it is a question.
	 */
	Set<Contender> contenders() {
		if (this == IDLE) {
			return EnumSet.of(Contender.NONE, Contender.MEMORY, Contender.SPOOL);
		}
		return isPaced() ? EnumSet.of(Contender.NONE, Contender.FILE, Contender.FLUSHED_FILE, Contender.MEMORY,
				Contender.SPOOL, Contender.J256, Contender.KDGREGORY) : EnumSet.allOf(Contender.class);
	}

}
