package io.github.cloudwatchlogging.crash;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A {@link NumberingApplication} in a JVM of its own, and the numbers whose log calls
 * have returned there. Thread-safe.
 */
final class LoggingProcess implements AutoCloseable {

	static final int AS_MANY_AS_IT_CAN = Integer.MAX_VALUE;

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final int EXIT_AFTER_KILL_9 = 128 + 9;

	private final int number;

	private final Process process;

	private final Path errors;

	private final Thread reader;

	private final List<BitSet> reported = IntStream.range(0, NumberingApplication.CALLERS)
		.mapToObj((caller) -> new BitSet())
		.toList();

	private long reports;

	private boolean ended;

	private LoggingProcess(int number, Process process, Path errors) {
		this.number = number;
		this.process = process;
		this.errors = errors;
		this.reader = new Thread(this::read, "numbers-of-process-" + number);
	}

	/**
	 * Starts a process that logs nothing yet.
	 * @param launcher the command that runs the JVM's, empty for none
	 * @param number its number among the processes of the test
	 * @param options the options of its appender
	 */
	static LoggingProcess start(List<String> launcher, int number, EmbeddedCloudWatchLogs server, String options)
			throws IOException {
		Path errors = Files.createTempFile("process-" + number, ".log");
		List<String> command = new ArrayList<>(launcher);
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		// The pipe is for numbers: a JVM that warns writes there otherwise.
		command.addAll(List.of("-Xlog:disable", "-Xlog:all=warning:stderr"));
		command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
		command.addAll(List.of(NumberingApplication.class.getName(), Integer.toString(number),
				server.endpoint().toString(), server.region(), options));
		LoggingProcess started = new LoggingProcess(number,
				new ProcessBuilder(command).redirectError(errors.toFile()).start(), errors);
		started.reader.start();
		return started;
	}

	private void read() {
		try (DataInputStream in = new DataInputStream(this.process.getInputStream())) {
			while (true) {
				report(in.readInt(), in.readInt());
			}
		}
		catch (EOFException ex) {
			end();
		}
		catch (IOException ex) {
			end();
			throw new UncheckedIOException(ex);
		}
	}

	private synchronized void report(int caller, int event) {
		this.reported.get(caller).set(event);
		this.reports++;
		notifyAll();
	}

	private synchronized void end() {
		this.ended = true;
		notifyAll();
	}

	int number() {
		return this.number;
	}

	long pid() {
		return this.process.pid();
	}

	/**
	 * Lets each thread log.
	 * @param events how many events
	 * @param padding how many characters follow the number in each message
	 */
	LoggingProcess log(int events, int padding) throws IOException {
		OutputStream orders = this.process.getOutputStream();
		orders.write((events + " " + padding + "\n").getBytes(StandardCharsets.UTF_8));
		orders.flush();
		return this;
	}

	LoggingProcess log(int events) throws IOException {
		return log(events, 0);
	}

	/**
	 * Waits until so many log calls have returned, since the process started.
	 */
	synchronized LoggingProcess awaitReports(long calls) throws InterruptedException {
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		while (this.reports < calls && !this.ended) {
			long left = deadline - System.nanoTime();
			assertThat(left).as("%d of %d log calls have returned: %s", this.reports, calls, printed()).isPositive();
			wait(Math.max(1, TimeUnit.NANOSECONDS.toMillis(left)));
		}
		assertThat(this.reports).as(printed()).isGreaterThanOrEqualTo(calls);
		return this;
	}

	/**
	 * Sends SIGKILL, and returns when all that was written to the pipe is read.
	 */
	void kill() throws InterruptedException {
		// Process.destroyForcibly would close the pipe with what is still in it.
		assertThat(this.process.toHandle().destroyForcibly()).as(printed()).isTrue();
		assertThat(awaitExit()).as(printed()).isEqualTo(EXIT_AFTER_KILL_9);
	}

	/**
	 * Lets the application end as it should, with books that balance.
	 */
	void stop() throws IOException, InterruptedException {
		this.process.getOutputStream().close();
		assertThat(awaitExit()).as(printed()).isZero();
		assertThat(printed()).contains(NumberingApplication.LEDGER + NumberingApplication.BALANCED);
	}

	private int awaitExit() throws InterruptedException {
		assertThat(this.process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as("ended by itself: " + printed())
			.isTrue();
		this.reader.join();
		return this.process.exitValue();
	}

	/**
	 * Returns how many log calls have returned.
	 */
	synchronized long reports() {
		return this.reports;
	}

	/**
	 * Returns the numbers of a thread whose log calls have returned.
	 */
	synchronized BitSet reported(int caller) {
		return (BitSet) this.reported.get(caller).clone();
	}

	/**
	 * Returns what the process has printed so far, its numbers apart.
	 */
	String printed() {
		try {
			return Files.readString(this.errors);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() throws IOException {
		this.process.destroyForcibly();
		Files.deleteIfExists(this.errors);
	}

}
