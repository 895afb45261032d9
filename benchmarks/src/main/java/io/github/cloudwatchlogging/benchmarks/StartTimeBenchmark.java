package io.github.cloudwatchlogging.benchmarks;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
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
		long mainCpuMillis = -1;
		StringBuilder output = new StringBuilder();
		try (BufferedReader reader = process.inputReader()) {
			for (String line = reader.readLine(); line != null; line = reader.readLine()) {
				output.append(line).append(System.lineSeparator());
				if (line.startsWith(SmallApplication.READY)) {
					millis = (System.nanoTime() - startNanos) / 1_000_000;
				}
				else if (line.startsWith(SmallApplication.CPU)) {
					mainCpuMillis = Long.parseLong(line.substring(SmallApplication.CPU.length()));
				}
			}
		}
		if (process.waitFor() != 0 || millis < 0 || mainCpuMillis < 0) {
			throw new IllegalStateException("The application did not start: " + output);
		}
		return new Start(millis, mainCpuMillis);
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

	private enum Kind {

		WITHOUT, WITH;

		String classPath() {
			return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
				.filter((entry) -> isOn(Path.of(entry).getFileName().toString()))
				.collect(Collectors.joining(File.pathSeparator));
		}

		private boolean isOn(String file) {
			return !isOfOtherBenchmarks(file) && (this == WITH || !isOfTheStarter(file));
		}

		private static boolean isOfOtherBenchmarks(String file) {
			return file.startsWith("cloudwatch-logging-test") || file.startsWith("apache-client")
					|| file.startsWith("httpclient-4") || file.startsWith("httpcore-4") || file.startsWith("jmh")
					|| file.startsWith("logstash");
		}

		private static boolean isOfTheStarter(String file) {
			return file.startsWith("cloudwatch") || file.startsWith("aws-") || file.startsWith("httpc");
		}

	}

}
