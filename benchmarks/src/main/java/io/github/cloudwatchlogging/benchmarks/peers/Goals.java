package io.github.cloudwatchlogging.benchmarks.peers;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What this project wants to reach beside the others, and what it reached, in Markdown.
 * Where those are missing that a goal compares with, its line is missing too.
 */
final class Goals {

	private static final Results NONE = new Results(Workload.unthrottled(1, 1));

	private final Map<Scenario, Results> results;

	private final StringBuilder table = new StringBuilder("| goal | wanted | reached |\n|---|---|---|\n");

	Goals(Map<Scenario, Results> results) {
		this.results = results;
		cpu();
		throughput(Scenario.ONE_THREAD, 2);
		throughput(Scenario.SLOW_SERVICE, 6);
		callers(Scenario.BURSTS_ONE_THREAD, 0.85);
		callers(Scenario.BURSTS_FOUR_THREADS, 0.5);
		callers(Scenario.STEADY_ONE_THREAD, 0.85);
		callers(Scenario.STEADY_FOUR_THREADS, 0.5);
		memory();
		idle();
	}

	private void cpu() {
		Results results = of(Scenario.ONE_THREAD);
		cpu("CPU per million", results::cpuSeconds);
		cpu("CPU per million, after the first call", results::loggingCpuSeconds);
	}

	private void cpu(String name, ToDoubleFunction<Contender> seconds) {
		Scenario scenario = Scenario.ONE_THREAD;
		bestPeer(scenario, Comparator.comparingDouble(seconds))
			.ifPresent((peer) -> ratio(scenario, name, peer, Contender.MEMORY, seconds, "<= 0.35"));
		ratio(scenario, name, Contender.FILE, Contender.MEMORY, seconds, "<= 1.4");
		ratio(scenario, name, Contender.MEMORY, Contender.SPOOL, seconds, "<= 1.1");
	}

	private void throughput(Scenario scenario, int times) {
		bestPeer(scenario,
				Comparator.<Contender>comparingDouble((peer) -> of(scenario).eventsPerSecond(peer)).reversed())
			.ifPresent((peer) -> ratio(scenario, "events/s", peer, Contender.MEMORY, of(scenario)::eventsPerSecond,
					">= " + times));
	}

	private void callers(Scenario scenario, double most) {
		caller(scenario, Figure.MEAN_NANOS, "caller's mean", Contender.FILE, Contender.MEMORY, "<= " + most);
		if (!scenario.isSteady()) {
			caller(scenario, Figure.CALLER_CPU_NANOS, "caller's CPU", Contender.FILE, Contender.MEMORY, "");
			caller(scenario, Figure.CALLER_CPU_NANOS, "caller's CPU", Contender.FLUSHED_FILE, Contender.SPOOL, "");
		}
		caller(scenario, Figure.P999_NANOS, "caller's 99.9 %", Contender.FILE, Contender.MEMORY, "");
		caller(scenario, Figure.MEAN_NANOS, "caller's mean", Contender.FLUSHED_FILE, Contender.SPOOL, "<= 0.35");
		if (has(scenario, Contender.MEMORY)) {
			line(Contender.MEMORY.title() + ": longest call, " + scenario.title(), "< 5 ms, but for GC and scheduler",
					"%.1f ms", of(scenario).median(Contender.MEMORY, Figure.LONGEST_NANOS) / 1_000_000);
		}
	}

	private void caller(Scenario scenario, Figure figure, String name, Contender other, Contender ours, String wanted) {
		ratio(scenario, name, other, ours, (contender) -> of(scenario).median(contender, figure), wanted);
	}

	private void memory() {
		Scenario scenario = Scenario.STEADY_FOUR_THREADS;
		for (Contender ours : new Contender[] { Contender.MEMORY, Contender.SPOOL }) {
			if (has(scenario, Contender.NONE) && has(scenario, ours)) {
				double more = of(scenario).median(ours, Figure.PEAK_KILOBYTES)
						- of(scenario).median(Contender.NONE, Figure.PEAK_KILOBYTES);
				line(ours.title() + ": peak RSS above that without an appender, " + scenario.title(), "<= 40 MB",
						"%.0f MB", more / 1_024);
			}
		}
	}

	private void idle() {
		Scenario scenario = Scenario.IDLE;
		for (Contender contender : of(scenario).contenders()) {
			if (contender.kind().ships()) {
				line(contender.title() + ": requests, " + scenario.title(), "one in 5 s", "%.0f",
						of(scenario).median(contender, Figure.REQUESTS));
			}
			line(contender.title() + ": CPU of the second 15 s with events", "", "%.0f ms",
					of(scenario).median(contender, Figure.SECOND_HALF_CPU_MILLIS));
			line(contender.title() + ": CPU of the last 20 s without", "none", "%.0f ms",
					of(scenario).median(contender, Figure.REST_CPU_MILLIS));
		}
	}

	private void ratio(Scenario scenario, String name, Contender other, Contender ours,
			ToDoubleFunction<Contender> value, String wanted) {
		if (has(scenario, other) && has(scenario, ours)) {
			line(name + ", " + ours.title() + " : " + other.title() + ", " + scenario.title(), wanted, "%.2f",
					value.applyAsDouble(ours) / value.applyAsDouble(other));
		}
	}

	private void line(String goal, String wanted, String format, double reached) {
		this.table.append("| ")
			.append(goal)
			.append(" | ")
			.append(wanted)
			.append(" | ")
			.append(String.format(Locale.ROOT, format, reached))
			.append(" |\n");
	}

	private Optional<Contender> bestPeer(Scenario scenario, Comparator<Contender> order) {
		return of(scenario).contenders()
			.stream()
			.filter((contender) -> contender.isPeer() && of(scenario).losesNothing(contender))
			.min(order);
	}

	private boolean has(Scenario scenario, Contender contender) {
		return of(scenario).runs(contender) > 0;
	}

	private Results of(Scenario scenario) {
		return this.results.getOrDefault(scenario, NONE);
	}

	@Override
	public String toString() {
		return this.table.toString();
	}

}
