package io.github.cloudwatchlogging.benchmarks;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;

/**
 * A {@link SmallApplication} in a process of its own, with and without the starter.
 */
final class SmallApplicationProcess {

	private SmallApplicationProcess() {
	}

	/**
	 * Runs it to its end.
	 * @param server where it ships its events to
	 * @param options of its JVM
	 * @param arguments its own, beside those for the server
	 * @param lines is shown each line that it prints, at once
	 */
	static void run(Kind kind, EmbeddedCloudWatchLogs server, List<String> options, List<String> arguments,
			Consumer<String> lines) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(options);
		command.addAll(List.of("-cp", kind.classPath(), SmallApplication.class.getName(), "--server.port=0",
				"--server.address=127.0.0.1", "--spring.application.name=small",
				"--cloudwatch.logs.endpoint=" + server.endpoint(), "--cloudwatch.logs.region=" + server.region(),
				"--cloudwatch.logs.credentials.access-key=" + server.accessKey(),
				"--cloudwatch.logs.credentials.secret-key=" + server.secretKey()));
		command.addAll(arguments);
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		boolean ready = false;
		try (BufferedReader reader = process.inputReader()) {
			for (String line = reader.readLine(); line != null; line = reader.readLine()) {
				ready |= line.startsWith(SmallApplication.READY);
				lines.accept(line);
			}
		}
		if (process.waitFor() != 0 || !ready) {
			throw new IllegalStateException("The application did not start or end well: " + command);
		}
	}

	enum Kind {

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
