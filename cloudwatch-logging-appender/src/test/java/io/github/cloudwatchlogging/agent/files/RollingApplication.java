package io.github.cloudwatchlogging.agent.files;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

import io.github.cloudwatchlogging.agent.files.WritingProcess.Event;
import io.github.cloudwatchlogging.settings.AgentSettings;

/**
 * A process whose clock is the standard input. For each time that it reads there, its
 * threads write batches that begin before the end of that hour and end behind it, and it
 * prints a line.
 */
final class RollingApplication {

	static final int THREADS = 4;

	static final int BATCHES = 40;

	static final int EVENTS_IN_A_BATCH = 25;

	private static final Duration HOUR = Duration.ofHours(1);

	private final String name;

	private final AtomicLong now = new AtomicLong();

	private final WritingProcess process;

	private RollingApplication(String name, Path directory) {
		this.name = name;
		this.process = WritingProcess.start(settings(directory), () -> Instant.ofEpochMilli(this.now.get()));
	}

	static AgentSettings settings(Path directory) {
		return new AgentSettings(directory, "orders", HOUR, 1024L * 1024 * 1024, Duration.ofDays(3), null);
	}

	/**
	 * Runs the application.
	 * @param arguments its name, and the directory of its files
	 */
	public static void main(String[] arguments) throws Exception {
		RollingApplication application = new RollingApplication(arguments[0], Path.of(arguments[1]));
		ExecutorService threads = Executors.newFixedThreadPool(THREADS);
		BufferedReader times = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
		for (String time = times.readLine(); time != null; time = times.readLine()) {
			application.now.set(Instant.parse(time).toEpochMilli());
			List<Callable<Void>> work = new ArrayList<>();
			for (int thread = 0; thread < THREADS; thread++) {
				int number = thread;
				work.add(() -> application.writeBatches(number));
			}
			for (Future<Void> done : threads.invokeAll(work)) {
				done.get();
			}
			System.out.println(time);
		}
		threads.shutdown();
		application.process.end();
	}

	private Void writeBatches(int thread) {
		for (int batch = 0; batch < BATCHES; batch++) {
			this.process.write(batch(this.name, Instant.ofEpochMilli(this.now.get()), thread, batch));
		}
		return null;
	}

	/**
	 * Returns what a thread of an application writes.
	 */
	static Event[] batch(String name, Instant hour, int thread, int batch) {
		String message = name + " " + hour + " thread " + thread + " batch " + batch;
		Instant last = hour.plus(HOUR);
		List<Event> events = new ArrayList<>(Event.series(last.minusSeconds(1), message, EVENTS_IN_A_BATCH - 1));
		events.add(Event.json(last, message + " last"));
		return events.toArray(Event[]::new);
	}

}
