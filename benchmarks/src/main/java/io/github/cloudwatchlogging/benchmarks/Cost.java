package io.github.cloudwatchlogging.benchmarks;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;

/**
 * What a log call cost its caller in one run.
 *
 * @param wallNanos the time that passed, in nanoseconds
 * @param cpuNanos the caller's time on the CPU, in nanoseconds
 */
record Cost(double wallNanos, double cpuNanos) {

	static Cost of(RunResult result, int threads) {
		Collection<IterationResult> iterations = result.getBenchmarkResults()
			.stream()
			.flatMap((fork) -> fork.getIterationResults().stream())
			.toList();
		double cpuNanos = iterations.stream()
			.mapToDouble((iteration) -> iteration.getSecondaryResults().get("cpuNanos").getScore())
			.sum();
		return new Cost(result.getPrimaryResult().getScore(),
				cpuNanos / ((double) iterations.size() * threads * Burst.CALLS));
	}

	/**
	 * Returns the median of each.
	 * @param costs of at least one run
	 */
	static Cost median(List<Cost> costs) {
		return new Cost(median(costs, Cost::wallNanos), median(costs, Cost::cpuNanos));
	}

	private static double median(List<Cost> costs, ToDoubleFunction<Cost> part) {
		return part
			.applyAsDouble(costs.stream().sorted(Comparator.comparingDouble(part)).toList().get(costs.size() / 2));
	}

}
