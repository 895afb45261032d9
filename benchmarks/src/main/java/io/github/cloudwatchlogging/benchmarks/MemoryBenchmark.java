package io.github.cloudwatchlogging.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.cloudwatchlogging.benchmarks.SmallApplicationProcess.Kind;
import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;

/**
 * What the starter adds to the resident memory of a small web application that logs 5,000
 * events a second, to the console and, with the starter, to the service too. Both kinds
 * take turns, each in a process of its own with a heap of 256 MB. Needs Linux.
 */
public final class MemoryBenchmark {

	private static final int PAIRS = 5;

	// Until the collector has used all of its heap more than once.
	private static final int SECONDS = 60;

	private static final long MOST_MEGABYTES_MORE = 40;

	private MemoryBenchmark() {
	}

	public static void main(String[] arguments) throws IOException, InterruptedException {
		Map<Kind, List<Long>> megabytes = new EnumMap<>(Kind.class);
		for (int pair = 0; pair < PAIRS; pair++) {
			for (Kind kind : Kind.values()) {
				megabytes.computeIfAbsent(kind, (key) -> new ArrayList<>()).add(residentKilobytes(kind) / 1024);
			}
		}
		megabytes.forEach((kind, runs) -> System.out.printf(Locale.ROOT, "%-7s  median %d MB; runs %s%n", kind,
				median(runs), runs.stream().sorted().map(String::valueOf).collect(Collectors.joining(" "))));
		System.out.printf(Locale.ROOT, "The starter adds %d MB, and is to add at most %d%n",
				median(megabytes.getOrDefault(Kind.WITH, List.of()))
						- median(megabytes.getOrDefault(Kind.WITHOUT, List.of())),
				MOST_MEGABYTES_MORE);
	}

	private static long residentKilobytes(Kind kind) throws IOException, InterruptedException {
		List<Long> kilobytes = new ArrayList<>();
		try (EmbeddedCloudWatchLogs server = EmbeddedCloudWatchLogs.start()) {
			SmallApplicationProcess.run(kind, server, List.of("-Xmx256m"), List.of("--load.seconds=" + SECONDS),
					(line) -> {
						if (line.startsWith(SmallApplication.MEMORY)) {
							kilobytes.add(Long.valueOf(line.substring(SmallApplication.MEMORY.length())));
						}
					});
			if (kind == Kind.WITH && server.eventCount() < SECONDS * SmallApplication.EVENTS_PER_SECOND) {
				throw new IllegalStateException("The starter has shipped " + server.eventCount() + " events");
			}
		}
		return kilobytes.get(0);
	}

	private static long median(List<Long> runs) {
		return runs.stream().sorted().skip(runs.size() / 2).findFirst().orElseThrow();
	}

}
