package io.github.cloudwatchlogging.benchmarks.peers;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import ch.qos.logback.classic.LoggerContext;
import io.github.cloudwatchlogging.benchmarks.ResidentMemory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A process that logs a {@link Workload} to the appenders of its configuration file, and
 * says what that took.
 */
public final class LoggingProcess {

	/**
	 * Printed when the measured calls begin.
	 */
	static final String WARM = "WARM";

	/**
	 * Printed when everything is logged. The process stops its appenders when it has read
	 * a line.
	 */
	static final String LOGGED = "LOGGED";

	/**
	 * How the line with the figures begins.
	 */
	static final String FIGURES = "FIGURES ";

	// For the compiler to come to an end.
	private static final Duration AFTER_WARM_UP = Duration.ofSeconds(2);

	private final Map<Figure, Long> figures = new EnumMap<>(Figure.class);

	private LoggingProcess() {
	}

	/**
	 * Logs.
	 * @param arguments the workload
	 */
	public static void main(String[] arguments) throws IOException, InterruptedException {
		new LoggingProcess().run(Workload.parse(arguments));
	}

	private void run(Workload workload) throws IOException, InterruptedException {
		LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
		Logger logger = context.getLogger("com.example.shop.orders.OrderService");
		warmUp(logger, workload);
		System.out.println(WARM);
		long cpuBefore = cpuMillis();
		log(logger, workload);
		rest(workload.rest());
		System.out.println(LOGGED);
		var unused = System.in.read();
		context.stop();
		long cpu = cpuMillis();
		this.figures.put(Figure.STOPPED_MICROS, micros());
		this.figures.put(Figure.CPU_MILLIS, cpu);
		this.figures.put(Figure.LOGGING_CPU_MILLIS, cpu - cpuBefore);
		this.figures.put(Figure.PEAK_KILOBYTES, ResidentMemory.peakKilobytes());
		System.out.println(FIGURES + this.figures.entrySet()
			.stream()
			.map((figure) -> figure.getKey() + "=" + figure.getValue())
			.collect(Collectors.joining(" ")));
	}

	private void warmUp(Logger logger, Workload workload) throws InterruptedException {
		if (workload.warmUpCalls() > 0) {
			log(logger, workload.warmUp());
			Thread.sleep(AFTER_WARM_UP.toMillis());
		}
	}

	private void log(Logger logger, Workload workload) throws InterruptedException {
		List<Caller> callers = IntStream.range(0, workload.threads())
			.mapToObj((number) -> new Caller(logger, workload, number))
			.toList();
		this.figures.put(Figure.FIRST_CALL_MICROS, micros());
		callers.forEach(Thread::start);
		Thread.sleep(workload.time().dividedBy(2).toMillis());
		long cpuAtHalf = cpuMillis();
		CallTimes times = new CallTimes();
		long callersCpuNanos = 0;
		for (Caller caller : callers) {
			caller.join();
			times.add(caller.times());
			callersCpuNanos += caller.cpuNanos();
		}
		this.figures.put(Figure.SECOND_HALF_CPU_MILLIS, cpuMillis() - cpuAtHalf);
		this.figures.put(Figure.CALLER_CPU_NANOS, callersCpuNanos / workload.threads() / workload.calls());
		this.figures.put(Figure.MEAN_NANOS, times.meanNanos());
		this.figures.put(Figure.P999_NANOS, times.nanosOf(0.999));
		this.figures.put(Figure.LONGEST_NANOS, times.longestNanos());
	}

	// What was logged last is still sent in the first third.
	private void rest(Duration rest) throws InterruptedException {
		Thread.sleep(rest.dividedBy(3).toMillis());
		long cpuBefore = cpuMillis();
		Thread.sleep(rest.dividedBy(3).multipliedBy(2).toMillis());
		this.figures.put(Figure.REST_CPU_MILLIS, cpuMillis() - cpuBefore);
	}

	private static long micros() {
		return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
	}

	private static long cpuMillis() {
		return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
	}

}
