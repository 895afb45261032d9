package io.github.cloudwatchlogging.benchmarks;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
		Map<Kind, List<Long>> millis = new EnumMap<>(Kind.class);
		for (int pair = 0; pair <= PAIRS; pair++) {
			for (Kind kind : (pair % 2 == 0) ? List.of(Kind.WITHOUT, Kind.WITH) : List.of(Kind.WITH, Kind.WITHOUT)) {
				long took = start(kind);
				// The first pair brings the files into the machine's memory.
				if (pair > 0) {
					millis.computeIfAbsent(kind, (key) -> new ArrayList<>()).add(took);
				}
			}
		}
		if (this.server.eventCount() == 0) {
			throw new IllegalStateException("The starter has shipped nothing");
		}
		report(millis);
	}

	private long start(Kind kind) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", kind.classPath(),
						SmallApplication.class.getName(), "--server.port=0", "--server.address=127.0.0.1",
						"--spring.application.name=small", "--cloudwatch.logs.endpoint=" + this.server.endpoint(),
						"--cloudwatch.logs.region=" + this.server.region(),
						"--cloudwatch.logs.credentials.access-key=" + this.server.accessKey(),
						"--cloudwatch.logs.credentials.secret-key=" + this.server.secretKey()));
		long startNanos = System.nanoTime();
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		long millis = -1;
		StringBuilder output = new StringBuilder();
		try (BufferedReader reader = process.inputReader()) {
			for (String line = reader.readLine(); line != null; line = reader.readLine()) {
				output.append(line).append(System.lineSeparator());
				if (line.startsWith(SmallApplication.READY)) {
					millis = (System.nanoTime() - startNanos) / 1_000_000;
				}
			}
		}
		if (process.waitFor() != 0 || millis < 0) {
			throw new IllegalStateException("The application did not start: " + output);
		}
		return millis;
	}

	private static void report(Map<Kind, List<Long>> millis) {
		millis.forEach((kind, all) -> System.out.printf(Locale.ROOT, "%-8s median %5d ms; quietest %5d ms; runs %s%n",
				kind, median(all), all.stream().mapToLong(Long::longValue).min().orElseThrow(),
				all.stream().map(String::valueOf).collect(Collectors.joining(" "))));
		long with = median(Objects.requireNonNull(millis.get(Kind.WITH)));
		long without = median(Objects.requireNonNull(millis.get(Kind.WITHOUT)));
		System.out.printf(Locale.ROOT,
				"The starter adds %d ms (at most %d), a share of %.2f; load of the machine %.2f%n", with - without,
				MOST_MILLIS_MORE, (double) with / without,
				ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
	}

	private static long median(List<Long> millis) {
		List<Long> sorted = millis.stream().sorted().toList();
		int middle = sorted.size() / 2;
		return (sorted.size() % 2 == 1) ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
	}

	private enum Kind {

		WITHOUT, WITH;

		String classPath() {
			return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
				.filter((entry) -> this == WITH || !isOfTheStarter(Path.of(entry).getFileName().toString()))
				.collect(Collectors.joining(File.pathSeparator));
		}

		private static boolean isOfTheStarter(String file) {
			return file.startsWith("cloudwatch") || file.startsWith("aws-") || file.startsWith("httpc");
		}

	}

}
