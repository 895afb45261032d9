package io.github.cloudwatchlogging.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

import io.github.cloudwatchlogging.benchmarks.SmallApplicationProcess.Kind;
import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;

/**
 * What the starter adds to the start of a small web application, from the launch of its
 * JVM to the moment it can be used. Both kinds of start take turns, each in a process of
 * its own, so that whatever else the machine does meets both.
 */
public final class StartTimeBenchmark {

	private static final int PAIRS = 10;

	private static final long MOST_MILLIS_MORE = 150;

	private final EmbeddedCloudWatchLogs server;

	private StartTimeBenchmark(EmbeddedCloudWatchLogs server) {
		this.server = server;
	}

	public static void main(String[] arguments) throws IOException, InterruptedException {
		try (EmbeddedCloudWatchLogs server = EmbeddedCloudWatchLogs.start()) {
			new StartTimeBenchmark(server).run();
		}
	}

	private void run() throws IOException, InterruptedException {
		Map<Kind, List<Start>> starts = new EnumMap<>(Kind.class);
		for (int pair = 0; pair <= PAIRS; pair++) {
			for (Kind kind : (pair % 2 == 0) ? List.of(Kind.WITHOUT, Kind.WITH) : List.of(Kind.WITH, Kind.WITHOUT)) {
				Start start = start(kind);
				// The first pair brings the files into the machine's memory.
				if (pair > 0) {
					starts.computeIfAbsent(kind, (key) -> new ArrayList<>()).add(start);
				}
			}
		}
		if (this.server.eventCount() == 0) {
			throw new IllegalStateException("The starter has shipped nothing");
		}
		report(starts);
	}

	private Start start(Kind kind) throws IOException, InterruptedException {
		long startNanos = System.nanoTime();
		long[] millis = new long[1];
		long[] mainCpuMillis = new long[1];
		SmallApplicationProcess.run(kind, this.server, List.of(), List.of(), (line) -> {
			if (line.startsWith(SmallApplication.READY)) {
				millis[0] = (System.nanoTime() - startNanos) / 1_000_000;
			}
			else if (line.startsWith(SmallApplication.CPU)) {
				mainCpuMillis[0] = Long.parseLong(line.substring(SmallApplication.CPU.length()));
			}
		});
		return new Start(millis[0], mainCpuMillis[0]);
	}

	private static void report(Map<Kind, List<Start>> starts) {
		report("wall", starts, Start::millis);
		report("main cpu", starts, Start::mainCpuMillis);
		System.out.printf(Locale.ROOT,
				"The wall's difference of medians is to be at most %d ms; load of the machine %.2f%n", MOST_MILLIS_MORE,
				ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
	}

	private static void report(String name, Map<Kind, List<Start>> starts, ToLongFunction<Start> part) {
		for (Kind kind : Kind.values()) {
			long[] millis = sorted(starts, kind, part);
			System.out.printf(Locale.ROOT, "%-8s  %-7s  median %5d ms; quietest %5d ms; runs %s%n", name, kind,
					median(millis), millis[0],
					Arrays.stream(millis).mapToObj(Long::toString).collect(Collectors.joining(" ")));
		}
		long[] with = sorted(starts, Kind.WITH, part);
		long[] without = sorted(starts, Kind.WITHOUT, part);
		System.out.printf(Locale.ROOT, "%-8s  the starter adds %d ms (%.2f times as much); quietest %d ms%n", name,
				median(with) - median(without), (double) median(with) / median(without), with[0] - without[0]);
	}

	private static long[] sorted(Map<Kind, List<Start>> starts, Kind kind, ToLongFunction<Start> part) {
		return starts.getOrDefault(kind, List.of()).stream().mapToLong(part).sorted().toArray();
	}

	private static long median(long[] sorted) {
		return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
	}

	/**
	 * One start.
	 *
	 * @param millis from the launch to the moment the application can be used
	 * @param mainCpuMillis the time of its main thread on the CPU, which does not depend
	 * as much on what else the machine does
	 */
	private record Start(long millis, long mainCpuMillis) {

	}

}
