package io.github.cloudwatchlogging.benchmarks.peers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Puts this project beside Logback's own appenders and the peers. All of them log the
 * same, each in a process of its own, taking turns, so that whatever else the machine
 * does meets all.
 */
public final class PeerComparison {

	private final int rounds;

	private final double scale;

	private final Set<Scenario> scenarios;

	private final Set<Contender> contenders;

	private PeerComparison(Map<String, String> options) {
		this.rounds = Integer.parseInt(options.getOrDefault("rounds", "5"));
		this.scale = Double.parseDouble(options.getOrDefault("scale", "1"));
		this.scenarios = chosen(Scenario.class, options.get("scenarios"));
		this.contenders = chosen(Contender.class, options.get("contenders"));
	}

	/**
	 * Runs all of it and prints the medians.
	 * @param arguments {@code rounds=5}, {@code scale=1} as the share of the events that
	 * are logged, {@code scenarios=} and {@code contenders=} with names between commas
	 */
	public static void main(String[] arguments) throws IOException, InterruptedException {
		Map<String, String> options = new HashMap<>();
		for (String argument : arguments) {
			String[] parts = argument.split("=", 2);
			options.put(parts[0], parts[parts.length - 1]);
		}
		new PeerComparison(options).run();
	}

	private void run() throws IOException, InterruptedException {
		Map<Scenario, Results> results = new EnumMap<>(Scenario.class);
		// The service is compiled before anybody is measured.
		new ContenderRun(Contender.MEMORY, Scenario.ONE_THREAD, Math.min(this.scale, 0.25)).run();
		for (int round = 0; round < this.rounds; round++) {
			for (Scenario scenario : this.scenarios) {
				run(scenario, round, results.computeIfAbsent(scenario,
						(key) -> new Results(scenario.workload().scaled(this.scale))));
			}
		}
		ComparisonTable table = new ComparisonTable();
		results.forEach(table::add);
		System.out.println();
		System.out.println(table);
		System.out.println(new Goals(results));
	}

	private void run(Scenario scenario, int round, Results results) throws IOException, InterruptedException {
		List<Contender> order = new ArrayList<>(scenario.contenders());
		order.retainAll(this.contenders);
		if (round % 2 == 1) {
			Collections.reverse(order);
		}
		for (Contender contender : order) {
			Optional<Map<Figure, Long>> figures = new ContenderRun(contender, scenario, this.scale).run();
			figures.ifPresent((run) -> results.add(contender, run));
			System.err.printf("%d/%d %s %s: %s%n", round + 1, this.rounds, scenario, contender,
					figures.map(Object::toString).orElse("did not come to its end"));
		}
	}

	private static <E extends Enum<E>> Set<E> chosen(Class<E> type, @Nullable String names) {
		if (names == null) {
			return EnumSet.allOf(type);
		}
		Set<E> chosen = EnumSet.noneOf(type);
		Arrays.stream(names.split(",", -1))
			.map((name) -> Enum.valueOf(type, name.toUpperCase(Locale.ROOT).replace('-', '_')))
			.forEach(chosen::add);
		return chosen;
	}

}
