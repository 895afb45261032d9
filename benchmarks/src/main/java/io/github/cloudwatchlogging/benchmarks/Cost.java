package io.github.cloudwatchlogging.benchmarks;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

import io.github.cloudwatchlogging.benchmarks.CallerCostBenchmark.Keeping;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;

/**
 * What a log call cost its caller in one run.
 *
 * @param keeping where the events were kept
 * @param wallNanos the time that passed, in nanoseconds, in the median burst
 * @param meanWallNanos the time that passed, in nanoseconds, on average over all bursts,
 * those included that the machine interrupted
 * @param cpuNanos the caller's time on the CPU, in nanoseconds
 */
record Cost(Keeping keeping, double wallNanos, double meanWallNanos, double cpuNanos) {

	static Cost of(RunResult result, int threads) {
		Collection<IterationResult> iterations = result.getBenchmarkResults()
			.stream()
			.flatMap((fork) -> fork.getIterationResults().stream())
			.toList();
		double cpuNanos = iterations.stream()
			.mapToDouble(
					(iteration) -> Objects.requireNonNull(iteration.getSecondaryResults().get("cpuNanos")).getScore())
			.sum();
		return new Cost(Keeping.valueOf(result.getParams().getParam("keeping")),
				result.getPrimaryResult().getStatistics().getPercentile(50), result.getPrimaryResult().getScore(),
				cpuNanos / ((double) iterations.size() * threads * Burst.CALLS));
	}

	/**
	 * Returns the median and the quietest runs, and the spool's share of each.
	 * @param costs of one or more runs for each keeping
	 */
	static String report(int threads, List<Cost> costs) {
		StringBuilder report = new StringBuilder();
		for (Keeping keeping : Keeping.values()) {
			report.append(threads)
				.append(" threads, ")
				.append(keeping)
				.append(System.lineSeparator())
				.append(line("wall", costs, keeping, Cost::wallNanos))
				.append(line("mean wall", costs, keeping, Cost::meanWallNanos))
				.append(line("cpu", costs, keeping, Cost::cpuNanos));
		}
		return report.toString();
	}

	private static String line(String name, List<Cost> costs, Keeping keeping, ToDoubleFunction<Cost> part) {
		double[] nanos = sorted(costs, keeping, part);
		double[] spool = sorted(costs, Keeping.SPOOL, part);
		int median = nanos.length / 2;
		return String.format(Locale.ROOT,
				"  %-9s  median %5.0f ns, spool's share %.2f;  quietest %5.0f ns, spool's share %.2f;  runs %s%n", name,
				nanos[median], spool[median] / nanos[median], nanos[0], spool[0] / nanos[0], all(costs, keeping, part));
	}

	private static double[] sorted(List<Cost> costs, Keeping keeping, ToDoubleFunction<Cost> part) {
		return costs.stream().filter((cost) -> cost.keeping() == keeping).mapToDouble(part).sorted().toArray();
	}

	private static String all(List<Cost> costs, Keeping keeping, ToDoubleFunction<Cost> part) {
		return costs.stream()
			.filter((cost) -> cost.keeping() == keeping)
			.map((cost) -> Long.toString(Math.round(part.applyAsDouble(cost))))
			.collect(Collectors.joining(" "));
	}

}
