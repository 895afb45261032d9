package io.github.cloudwatchlogging.benchmarks.peers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * All runs of one scenario.
 */
final class Results {

	private final Map<Contender, List<Map<Figure, Long>>> runs = new EnumMap<>(Contender.class);

	private final int events;

	private final double measuredShare;

	Results(Workload workload) {
		this.events = workload.events();
		this.measuredShare = workload.measuredShare();
	}

	void add(Contender contender, Map<Figure, Long> figures) {
		this.runs.computeIfAbsent(contender, (key) -> new ArrayList<>()).add(figures);
	}

	Set<Contender> contenders() {
		return this.runs.keySet();
	}

	int runs(Contender contender) {
		return this.runs.getOrDefault(contender, List.of()).size();
	}

	double median(Contender contender, Figure figure) {
		return median(contender, (run) -> of(run, figure));
	}

	double deliveredShare(Contender contender) {
		return median(contender, Figure.DELIVERED) / this.events;
	}

	boolean losesNothing(Contender contender) {
		return this.runs.getOrDefault(contender, List.of())
			.stream()
			.allMatch((run) -> of(run, Figure.DELIVERED) >= this.events);
	}

	/**
	 * Returns the seconds on the CPU for each million of delivered events.
	 */
	double cpuSeconds(Contender contender) {
		return median(contender, (run) -> 1_000 * of(run, Figure.CPU_MILLIS) / of(run, Figure.DELIVERED));
	}

	/**
	 * Returns the same of what was measured alone.
	 */
	double loggingCpuSeconds(Contender contender) {
		return median(contender,
				(run) -> 1_000 * of(run, Figure.LOGGING_CPU_MILLIS) / (of(run, Figure.DELIVERED) * this.measuredShare));
	}

	double eventsPerSecond(Contender contender) {
		return median(contender, (run) -> 1_000_000 * of(run, Figure.DELIVERED)
				/ (of(run, Figure.LAST_DELIVERY_MICROS) - of(run, Figure.FIRST_CALL_MICROS)));
	}

	/**
	 * Returns the middle one of all runs' values, or "not a number" where there were no
	 * runs.
	 */
	double median(Contender contender, ToDoubleFunction<Map<Figure, Long>> value) {
		double[] values = this.runs.getOrDefault(contender, List.of()).stream().mapToDouble(value).sorted().toArray();
		return (values.length > 0) ? Arrays.stream(values).skip((values.length - 1) / 2).findFirst().orElseThrow()
				: Double.NaN;
	}

	private static double of(Map<Figure, Long> run, Figure figure) {
		return Objects.requireNonNull(run.get(figure), figure::name);
	}

}
