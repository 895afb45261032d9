package io.github.cloudwatchlogging.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import org.awaitility.core.ConditionTimeoutException;

import static org.awaitility.Awaitility.await;

/**
 * The processes of one test, one after the other or side by side, with one directory and
 * one server.
 */
final class Processes implements AutoCloseable {

	static final String GROUP = "test";

	static final String STREAM = "stream";

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final Duration GLANCE = Duration.ofMillis(200);

	/**
	 * Room enough for all that a test logs, and an end of the process that waits for it.
	 */
	private static final String OPTIONS = """
			<encoder><pattern>%msg</pattern></encoder>
			<batch><maxDelay>50 milliseconds</maxDelay></batch>
			<buffer><maxSize>256MB</maxSize><whenFull>block</whenFull><blockTimeout>1 minute</blockTimeout></buffer>
			<shutdownTimeout>1 minute</shutdownTimeout>
			""";

	private final EmbeddedCloudWatchLogs server = EmbeddedCloudWatchLogs.start();

	private final List<LoggingProcess> started = new ArrayList<>();

	private final String options;

	private Processes(String options) {
		this.options = OPTIONS + options;
		this.server.createLogGroup(GROUP);
		this.server.createLogStream(GROUP, STREAM);
	}

	/**
	 * Returns processes that keep their events in a directory.
	 */
	static Processes crashSafe(Path directory) {
		return crashSafe(directory, "");
	}

	/**
	 * Returns processes that keep their events in a directory.
	 * @param options more elements of their appenders
	 */
	static Processes crashSafe(Path directory, String options) {
		return new Processes(spool(directory) + options);
	}

	/**
	 * Returns processes that keep their events in memory, which none of the tests would
	 * forgive.
	 */
	static Processes inMemory() {
		return new Processes("");
	}

	/**
	 * Returns the option of an appender that makes it crash-safe.
	 */
	static String spool(Path directory) {
		return "<spool><enabled>true</enabled><directory>" + directory + "</directory></spool>";
	}

	EmbeddedCloudWatchLogs server() {
		return this.server;
	}

	/**
	 * Starts another process, which logs nothing yet.
	 */
	LoggingProcess start() throws IOException {
		return startWith(List.of());
	}

	/**
	 * Starts another process, which logs nothing yet.
	 * @param launcher the command that runs the JVM's
	 */
	LoggingProcess startWith(List<String> launcher) throws IOException {
		LoggingProcess process = LoggingProcess.start(launcher, this.started.size(), this.server, this.options);
		this.started.add(process);
		return process;
	}

	/**
	 * Waits until the server has the event of every log call that has returned, or for so
	 * long that it will never come.
	 */
	Tally awaitDelivery() {
		try {
			await().atMost(PATIENCE)
				.pollInterval(GLANCE)
				.until(() -> this.server.eventCount() >= reports() && tally().lost() == 0);
		}
		catch (ConditionTimeoutException ex) {
			// The tally says what is missing.
		}
		return tally();
	}

	private long reports() {
		return this.started.stream().mapToLong(LoggingProcess::reports).sum();
	}

	/**
	 * Compares what was logged with what the server has.
	 */
	Tally tally() {
		return Tally.of(this.started, this.server);
	}

	static List<Path> files(Path directory) throws IOException {
		try (Stream<Path> files = Files.list(directory)) {
			return files.toList();
		}
	}

	@Override
	public void close() throws IOException {
		for (LoggingProcess process : this.started) {
			process.close();
		}
		this.server.close();
	}

}
