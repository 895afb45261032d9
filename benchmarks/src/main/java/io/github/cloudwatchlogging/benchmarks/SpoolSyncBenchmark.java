package io.github.cloudwatchlogging.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import ch.qos.logback.classic.LoggerContext;
import io.github.cloudwatchlogging.logback.CloudWatchAppender;
import io.github.cloudwatchlogging.settings.SpoolSync;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.slf4j.Logger;

/**
 * What a log call costs its caller in crash-safe mode, by what the event is to survive.
 * The directory is on the device of {@code java.io.tmpdir}.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(SpoolSyncBenchmark.CALLS)
@Warmup(iterations = 100)
@Measurement(iterations = 20)
@Fork(3)
@State(Scope.Benchmark)
public class SpoolSyncBenchmark {

	static final int CALLS = 500;

	private static final Duration LONG = Duration.ofMinutes(1);

	@Param
	private SpoolSync sync = SpoolSync.NONE;

	private final LoggerContext context = TypicalEvent.loggerContext();

	private final Logger logger = this.context.getLogger("com.example.shop.orders.OrderService");

	private final CloudWatchAppender appender = new CloudWatchAppender();

	private Path directory = Path.of("");

	@Setup(Level.Trial)
	public void start() throws IOException {
		this.directory = Files.createTempDirectory("spool-sync");
		this.appender.setSettings(ImmediateService.settings(this.directory, this.sync));
		this.appender.setContext(this.context);
		this.appender.start();
		if (!this.appender.isStarted()) {
			throw new IllegalStateException(this.context.getStatusManager().getCopyOfStatusList().toString());
		}
		this.context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(this.appender);
	}

	/**
	 * Lets the calls be delivered before the next ones.
	 */
	@TearDown(Level.Iteration)
	public void drain() {
		if (!this.appender.flush(LONG).isComplete()) {
			throw new IllegalStateException("Not delivered within " + LONG);
		}
	}

	@TearDown(Level.Trial)
	public void stop() throws IOException {
		this.context.stop();
		try (Stream<Path> files = Files.walk(this.directory)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
	}

	@Benchmark
	public void log() {
		for (int order = 0; order < CALLS; order++) {
			this.logger.info("Order {} of customer {} was priced, reserved and handed over to the warehouse in Leipzig,"
					+ " to be packed today", order, 4711);
		}
	}

}
