package io.github.cloudwatchlogging.benchmarks.peers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;
import java.util.stream.Stream;

/**
 * One contender, in a process of its own, before a service of its own.
 */
final class ContenderRun {

	private static final String PATTERN = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} [%thread] %-5level %logger - %msg%n";

	private static final Duration LONGEST = Duration.ofMinutes(5);

	// Longer than any contender leaves a batch open.
	private static final Duration QUIET = Duration.ofSeconds(1);

	// Some make their client when there is something to send.
	private static final int QUIET_BEFORE_FIRST_DELIVERY = 10;

	private static final int MOST_LINES = 20;

	private final Contender contender;

	private final Scenario scenario;

	private final Workload workload;

	ContenderRun(Contender contender, Scenario scenario, double scale) {
		this.contender = contender;
		this.scenario = scenario;
		this.workload = scenario.workload().scaled(scale);
	}

	/**
	 * Runs it.
	 * @return what is known of it, or nothing if the process did not come to its end
	 */
	Optional<Map<Figure, Long>> run() throws IOException, InterruptedException {
		Path directory = Files.createTempDirectory("peers");
		try (CountingService service = new CountingService(this.scenario.delay())) {
			Process process = start(directory, service.endpoint());
			Timer timer = killLater(process);
			try {
				Map<Figure, Long> figures = follow(process, service);
				if (process.waitFor() != 0 || figures.isEmpty()) {
					return Optional.empty();
				}
				service.addTo(figures);
				addUnshipped(figures, directory);
				return Optional.of(figures);
			}
			finally {
				timer.cancel();
				process.destroyForcibly().waitFor();
			}
		}
		finally {
			delete(directory);
		}
	}

	private Process start(Path directory, String endpoint) throws IOException {
		int heap = this.contender.heapMegabytes();
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx" + heap + "m",
						"-Xms" + this.scenario.initialHeapMegabytes(heap) + "m", "-XX:+ExitOnOutOfMemoryError",
						"-Dlogback.configurationFile=" + this.contender.configurationFile(), "-Dpattern=" + PATTERN,
						"-Ddirectory=" + directory, "-Dendpoint=" + endpoint, "-cp", this.contender.classPath(),
						LoggingProcess.class.getName()));
		command.addAll(this.workload.toArguments());
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
		Map<String, String> environment = builder.environment();
		environment.keySet().removeIf((name) -> name.startsWith("AWS_"));
		environment.put("AWS_ACCESS_KEY_ID", "benchmark");
		environment.put("AWS_SECRET_ACCESS_KEY", "benchmark");
		environment.put("AWS_REGION", "us-east-1");
		environment.put("AWS_EC2_METADATA_DISABLED", "true");
		environment.put("AWS_ENDPOINT_URL", endpoint);
		return builder.start();
	}

	private static Timer killLater(Process process) {
		Timer timer = new Timer("kill", true);
		timer.schedule(new TimerTask() {
			@Override
			public void run() {
				process.destroyForcibly();
			}
		}, LONGEST.toMillis());
		return timer;
	}

	private Map<Figure, Long> follow(Process process, CountingService service)
			throws IOException, InterruptedException {
		Map<Figure, Long> figures = new EnumMap<>(Figure.class);
		int lines = 0;
		try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
			for (String line = reader.readLine(); line != null; line = reader.readLine()) {
				if (line.equals(LoggingProcess.WARM)) {
					service.forgetRequests();
				}
				else if (line.equals(LoggingProcess.LOGGED)) {
					waitForDelivery(process, service);
					letStop(process);
				}
				else if (line.startsWith(LoggingProcess.FIGURES)) {
					parse(line.substring(LoggingProcess.FIGURES.length()), figures);
				}
				else if (!line.contains("|-INFO") && lines++ < MOST_LINES) {
					System.err.println(this.contender + ": " + line);
				}
			}
		}
		return figures;
	}

	private static void letStop(Process process) throws IOException {
		if (process.isAlive()) {
			process.outputWriter().newLine();
			process.outputWriter().flush();
		}
	}

	private void waitForDelivery(Process process, CountingService service) throws InterruptedException {
		if (this.contender.kind() != Contender.Kind.SHIPPER_TO_WAIT_FOR) {
			return;
		}
		long before = 0;
		int quiet = 0;
		while (process.isAlive() && before < this.workload.events()
				&& quiet < ((before > 0) ? 1 : QUIET_BEFORE_FIRST_DELIVERY)) {
			Thread.sleep(QUIET.toMillis());
			long now = service.delivered();
			quiet = (now > before) ? 0 : quiet + 1;
			before = now;
		}
	}

	private static void parse(String line, Map<Figure, Long> figures) {
		for (String figure : line.split(" ", -1)) {
			String[] parts = figure.split("=", 2);
			figures.put(Figure.valueOf(parts[0]), Long.valueOf(parts[1]));
		}
	}

	private void addUnshipped(Map<Figure, Long> figures, Path directory) throws IOException {
		if (this.contender.kind().ships()) {
			return;
		}
		figures.put(Figure.LAST_DELIVERY_MICROS, figures.get(Figure.STOPPED_MICROS));
		figures.put(Figure.DELIVERED, (this.contender.kind() == Contender.Kind.FILE)
				? lines(directory.resolve("application.log")) : this.workload.events());
	}

	private static long lines(Path file) throws IOException {
		try (Stream<String> lines = Files.lines(file)) {
			return lines.count();
		}
	}

	private static void delete(Path directory) throws IOException {
		try (Stream<Path> files = Files.walk(directory)) {
			files.sorted(Comparator.reverseOrder()).forEach((file) -> {
				try {
					Files.delete(file);
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			});
		}
	}

}
