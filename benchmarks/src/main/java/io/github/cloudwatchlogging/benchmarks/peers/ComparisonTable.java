package io.github.cloudwatchlogging.benchmarks.peers;

import java.util.Locale;

/**
 * The medians of all runs, in Markdown.
 */
final class ComparisonTable {

	private static final String HEAD = """
			| scenario | contender | delivered | CPU s per million | measured alone | events/s | caller's CPU ns | mean ns \
			| 99.9 % µs | longest ms | peak RSS MB | requests | runs |
			|---|---|---|---|---|---|---|---|---|---|---|---|---|
			""";

	private final StringBuilder table = new StringBuilder(HEAD);

	/**
	 * Adds all of a scenario, unless next to nothing happens in it. What that takes is
	 * among the goals.
	 */
	void add(Scenario scenario, Results results) {
		if (scenario == Scenario.IDLE) {
			return;
		}
		for (Contender contender : results.contenders()) {
			this.table.append(row(scenario, contender, results));
		}
	}

	private static String row(Scenario scenario, Contender contender, Results results) {
		return String.format(Locale.ROOT,
				"| %s | %s | %s | %.2f | %.2f | %s | %s | %.0f | %.1f | %.1f | %.0f | %s | %d |%n", scenario.title(),
				contender.title(), delivered(contender, results), results.cpuSeconds(contender),
				results.loggingCpuSeconds(contender),
				scenario.isPaced() ? "" : String.format(Locale.ROOT, "%,.0f", results.eventsPerSecond(contender)),
				scenario.isSteady() ? ""
						: String.format(Locale.ROOT, "%.0f", results.median(contender, Figure.CALLER_CPU_NANOS)),
				results.median(contender, Figure.MEAN_NANOS), results.median(contender, Figure.P999_NANOS) / 1_000,
				results.median(contender, Figure.LONGEST_NANOS) / 1_000_000,
				results.median(contender, Figure.PEAK_KILOBYTES) / 1_024, requests(contender, results),
				results.runs(contender));
	}

	private static String delivered(Contender contender, Results results) {
		if (contender == Contender.NONE) {
			return "";
		}
		return results.losesNothing(contender) ? "all"
				: String.format(Locale.ROOT, "%.1f %%", 100 * results.deliveredShare(contender));
	}

	private static String requests(Contender contender, Results results) {
		if (!contender.kind().ships()) {
			return "";
		}
		double refused = results.median(contender, Figure.REFUSED_REQUESTS);
		return String.format(Locale.ROOT, "%.0f", results.median(contender, Figure.REQUESTS))
				+ ((refused > 0) ? String.format(Locale.ROOT, ", %.0f refused", refused) : "");
	}

	@Override
	public String toString() {
		return this.table.toString();
	}

}
