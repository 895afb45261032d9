package io.github.cloudwatchlogging.benchmarks.peers;

import java.time.Duration;
import java.util.List;

/**
 * What a process logs. Its threads all do the same.
 *
 * @param threads how many threads log
 * @param calls how many log calls each of them makes
 * @param burst how many calls follow each other without a pause
 * @param period the time from the start of a burst to the start of the next; zero for no
 * pause at all
 * @param rest how long the process lives on when everything is logged
 * @param warmUpCalls how many calls each of them makes before those that are measured
 */
record Workload(int threads, int calls, int burst, Duration period, Duration rest, int warmUpCalls) {

	private static final int WARM_UP_BURST = 10;

	static Workload unthrottled(int threads, int events) {
		int calls = events / threads;
		return new Workload(threads, calls, calls, Duration.ZERO, Duration.ZERO, 0);
	}

	/**
	 * Returns a workload with bursts of all threads at the same time.
	 */
	static Workload bursts(int threads, int events, int burst, Duration period) {
		return new Workload(threads, events / threads, burst / threads, period, Duration.ZERO, 0);
	}

	/**
	 * Returns a workload with single calls, evenly spread.
	 */
	static Workload steady(int threads, int perSecond, Duration time) {
		Duration period = Duration.ofSeconds(threads).dividedBy(perSecond);
		return new Workload(threads, Math.toIntExact(time.dividedBy(period)), 1, period, Duration.ZERO, 0);
	}

	Workload withRest(Duration rest) {
		return new Workload(this.threads, this.calls, this.burst, this.period, rest, this.warmUpCalls);
	}

	Workload withWarmUp(int events) {
		return new Workload(this.threads, this.calls, this.burst, this.period, this.rest, events / this.threads);
	}

	/**
	 * Returns what is logged before this one: 10,000 events a second, which no contender
	 * loses.
	 */
	Workload warmUp() {
		return new Workload(this.threads, this.warmUpCalls, WARM_UP_BURST, Duration.ofMillis(this.threads),
				Duration.ZERO, 0);
	}

	/**
	 * Returns a longer or shorter one of the same kind, as warm as this one.
	 */
	Workload scaled(double scale) {
		int scaledCalls = Math.max(1, (int) (this.calls * scale));
		return new Workload(this.threads, scaledCalls, Math.min(scaledCalls, this.burst), this.period,
				Duration.ofMillis((long) (this.rest.toMillis() * scale)), this.warmUpCalls);
	}

	/**
	 * Returns how many events are logged, those of the warm-up included.
	 */
	int events() {
		return this.threads * (this.calls + this.warmUpCalls);
	}

	/**
	 * Returns which share of them is measured.
	 */
	double measuredShare() {
		return (double) this.calls / (this.calls + this.warmUpCalls);
	}

	/**
	 * Returns how long logging takes at least.
	 */
	Duration time() {
		return this.period.multipliedBy(this.calls / this.burst);
	}

	List<String> toArguments() {
		return List.of(Integer.toString(this.threads), Integer.toString(this.calls), Integer.toString(this.burst),
				this.period.toString(), this.rest.toString(), Integer.toString(this.warmUpCalls));
	}

	static Workload parse(String[] arguments) {
		return new Workload(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]),
				Integer.parseInt(arguments[2]), Duration.parse(arguments[3]), Duration.parse(arguments[4]),
				Integer.parseInt(arguments[5]));
	}

}
