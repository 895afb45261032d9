package io.github.cloudwatchlogging.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.FileAppender;
import io.github.cloudwatchlogging.ledger.Balance;
import io.github.cloudwatchlogging.logback.CloudWatchAppender;
import org.jspecify.annotations.Nullable;
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
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.slf4j.Logger;

/**
 * What a log call costs its caller: with Logback's file appender that flushes each event,
 * which is the usual way to survive {@code kill -9}, with our appender in memory, and
 * with our appender in crash-safe mode. All of them encode the event to the same line of
 * about 200 bytes.
 * <p>
 * Threads log in bursts. Between two bursts everything is delivered, so that no buffer
 * fills and makes calls cheap by dropping their events.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Burst.CALLS)
@Warmup(iterations = 150)
@Measurement(iterations = 40)
@Fork(1)
@State(Scope.Benchmark)
public class CallerCostBenchmark {

	private static final int REPETITIONS = 9;

	private static final int[] THREADS = { 1, 4 };

	private static final Duration LONG = Duration.ofMinutes(1);

	@Param
	private Keeping keeping = Keeping.FILE_APPENDER;

	private final LoggerContext context = TypicalEvent.loggerContext();

	private final Logger logger = this.context.getLogger("com.example.shop.orders.OrderService");

	private Path directory = Path.of("");

	private Appender<ILoggingEvent> appender = new FileAppender<>();

	@Setup(Level.Trial)
	public void start() throws IOException {
		this.directory = Files.createTempDirectory("caller-cost");
		this.appender = switch (this.keeping) {
			case FILE_APPENDER -> fileAppender();
			case MEMORY -> cloudWatchAppender(null);
			case SPOOL -> cloudWatchAppender(this.directory);
		};
		this.appender.setContext(this.context);
		this.appender.start();
		if (!this.appender.isStarted()) {
			throw new IllegalStateException(this.context.getStatusManager().getCopyOfStatusList().toString());
		}
		this.context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(this.appender);
	}

	private Appender<ILoggingEvent> fileAppender() {
		FileAppender<ILoggingEvent> appender = new FileAppender<>();
		appender.setFile(this.directory.resolve("application.log").toString());
		appender.setImmediateFlush(true);
		appender.setEncoder(encoder());
		return appender;
	}

	private Appender<ILoggingEvent> cloudWatchAppender(@Nullable Path spool) {
		CloudWatchAppender appender = new CloudWatchAppender();
		appender.setSettings(ImmediateService.settings(spool));
		appender.setEncoder(encoder());
		return appender;
	}

	private PatternLayoutEncoder encoder() {
		PatternLayoutEncoder encoder = new PatternLayoutEncoder();
		encoder.setContext(this.context);
		encoder.setPattern("%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} [%thread] %-5level %logger - %msg%n");
		encoder.start();
		return encoder;
	}

	/**
	 * Lets the burst be delivered before the next one.
	 */
	@TearDown(Level.Iteration)
	public void drain() {
		if (this.appender instanceof CloudWatchAppender cloudWatch && !cloudWatch.flush(LONG).isComplete()) {
			throw new IllegalStateException("Not delivered within " + LONG);
		}
	}

	@TearDown(Level.Trial)
	public void stop() throws IOException {
		this.context.stop();
		if (this.appender instanceof CloudWatchAppender cloudWatch) {
			Balance balance = cloudWatch.snapshot().balance();
			if (balance.delivered() != balance.accepted()) {
				throw new IllegalStateException("Calls were cheap because their events were lost: " + balance);
			}
		}
		try (Stream<Path> files = Files.walk(this.directory)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
	}

	@Benchmark
	public void log(Burst burst) {
		burst.run(this.logger);
	}

	/**
	 * Runs all of it several times over, because a machine is not equally fast all the
	 * time, and prints the median and the quietest run of each.
	 * @param arguments none
	 */
	public static void main(String[] arguments) throws RunnerException {
		StringBuilder report = new StringBuilder();
		for (int threads : THREADS) {
			List<Cost> costs = new ArrayList<>();
			for (int repetition = 0; repetition < REPETITIONS; repetition++) {
				run(threads).forEach((result) -> costs.add(Cost.of(result, threads)));
			}
			report.append(Cost.report(threads, costs));
		}
		System.out.print(report);
	}

	private static Collection<RunResult> run(int threads) throws RunnerException {
		return new Runner(new OptionsBuilder().include(CallerCostBenchmark.class.getName()).threads(threads).build())
			.run();
	}

	/**
	 * Where an event is when its log call has returned.
	 */
	public enum Keeping {

		/**
		 * In a file, through Logback's appender.
		 */
		FILE_APPENDER,

		/**
		 * In our appender's memory.
		 */
		MEMORY,

		/**
		 * In our appender's spool.
		 */
		SPOOL

	}

}
