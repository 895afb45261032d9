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
	 * Returns medians and their ratios.
	 * @param costs of one or more runs for each keeping
	 */
	static String report(int threads, List<Cost> costs) {
		StringBuilder report = new StringBuilder();
		Cost spool = median(costs, Keeping.SPOOL);
		for (Keeping keeping : Keeping.values()) {
			Cost median = median(costs, keeping);
			report.append(String.format(Locale.ROOT,
					"%d threads, %-13s  wall %5.0f ns (mean %5.0f)  cpu %5.0f ns"
							+ "  spool's share: wall %.2f (mean %.2f)  cpu %.2f%n",
					threads, keeping, median.wallNanos(), median.meanWallNanos(), median.cpuNanos(),
					spool.wallNanos() / median.wallNanos(), spool.meanWallNanos() / median.meanWallNanos(),
					spool.cpuNanos() / median.cpuNanos()));
			report.append("           runs: wall " + all(costs, keeping, Cost::wallNanos) + "  cpu "
					+ all(costs, keeping, Cost::cpuNanos) + System.lineSeparator());
		}
		return report.toString();
	}

	private static Cost median(List<Cost> costs, Keeping keeping) {
		return new Cost(keeping, median(costs, keeping, Cost::wallNanos), median(costs, keeping, Cost::meanWallNanos),
				median(costs, keeping, Cost::cpuNanos));
	}

	private static double median(List<Cost> costs, Keeping keeping, ToDoubleFunction<Cost> part) {
		double[] sorted = costs.stream()
			.filter((cost) -> cost.keeping() == keeping)
			.mapToDouble(part)
			.sorted()
			.toArray();
		return sorted[sorted.length / 2];
	}

	private static String all(List<Cost> costs, Keeping keeping, ToDoubleFunction<Cost> part) {
		return costs.stream()
			.filter((cost) -> cost.keeping() == keeping)
			.map((cost) -> Long.toString(Math.round(part.applyAsDouble(cost))))
			.collect(Collectors.joining(" "));
	}

}
