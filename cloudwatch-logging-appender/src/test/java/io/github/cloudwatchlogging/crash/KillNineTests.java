package io.github.cloudwatchlogging.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.time.Duration;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Processes that are killed while they log, over one directory, and a last one that
 * delivers what they left. A number that arrived through the pipe is in the service.
 */
class KillNineTests {

	private static final int ROUNDS = 20;

	private static final int ROUNDS_OF_TWO = 10;

	private static final Duration LONG = Duration.ofSeconds(60);

	private static final Duration GLANCE = Duration.ofMillis(1);

	/**
	 * What each thread logs before the first call to the service, which takes a new JVM a
	 * second.
	 */
	private static final int EVENTS_BEFORE_DELIVERY = 5_000;

	private static final double MOST_EVENTS_TO_THE_KILL = 100_000;

	private static final int EVENTS_IN_A_BATCH = 1_000;

	private static final int CALLS_AT_ONCE = 2;

	/**
	 * A call that takes long gives up its slot, three times over.
	 */
	private static final int MOST_CALLS = 4 * CALLS_AT_ONCE;

	/**
	 * Small batches, so that the kill often comes while one file is full and the next one
	 * begins, and few events are under way.
	 */
	private static final String SMALL_BATCHES = """
			<batch>
				<maxDelay>50 milliseconds</maxDelay>
				<maxSize>64KB</maxSize>
				<maxEvents>%d</maxEvents>
			</batch>
			<concurrency>%d</concurrency>
			""".formatted(EVENTS_IN_A_BATCH, CALLS_AT_ONCE);

	@TempDir
	private Path directory;

	private final long seed = Long.getLong("cloudwatch-logging.seed", System.nanoTime());

	private final Random random = new Random(this.seed);

	private Processes processes = Processes.inMemory();

	@AfterEach
	void endProcesses() throws Exception {
		this.processes.close();
	}

	private void startCrashSafe() throws Exception {
		this.processes.close();
		this.processes = Processes.crashSafe(this.directory, SMALL_BATCHES);
	}

	@Test
	void losesNoEventWhoseLogCallHasReturned() throws Exception {
		startCrashSafe();
		for (int round = 0; round < ROUNDS; round++) {
			if (round % 2 == 0) {
				killWhileItLogs();
			}
			else {
				killWhileItDelivers();
			}
		}
		assertNothingLost(ROUNDS);
	}

	@Test
	void losesNoneWithTheServiceAwayInHalfOfTheRounds() throws Exception {
		startCrashSafe();
		for (int round = 0; round < ROUNDS; round++) {
			switch (round % 4) {
				case 0 -> killWhileItLogs();
				case 1 -> {
					this.processes.server().stop();
					killWhileItLogs();
					this.processes.server().restart();
				}
				case 2 -> killWhileItDelivers();
				default -> {
					this.processes.server().faults().onAny().serviceUnavailable();
					killWhileItIsRefused();
					this.processes.server().faults().heal();
				}
			}
		}
		assertNothingLost(ROUNDS);
	}

	@Test
	void losesNoneOfTwoProcessesThatShareTheDirectory() throws Exception {
		startCrashSafe();
		for (int round = 0; round < ROUNDS_OF_TWO; round++) {
			LoggingProcess one = this.processes.start();
			LoggingProcess other = this.processes.start();
			one.log(EVENTS_BEFORE_DELIVERY);
			other.log(EVENTS_BEFORE_DELIVERY);
			if (round % 2 == 1) {
				awaitDelivery();
			}
			one.log(LoggingProcess.AS_MANY_AS_IT_CAN);
			other.log(LoggingProcess.AS_MANY_AS_IT_CAN);
			kill(one);
			kill(other);
		}
		assertNothingLost(2 * ROUNDS_OF_TWO);
	}

	@Test
	void sendsNothingAgainThatTheServiceHasAnsweredFor() throws Exception {
		startCrashSafe();
		this.processes.server().faults().onAny().serviceUnavailable();
		killAfter(EVENTS_BEFORE_DELIVERY);
		this.processes.server().faults().heal();
		LoggingProcess second = this.processes.start().log(EVENTS_BEFORE_DELIVERY);
		second.awaitReports(NumberingApplication.CALLERS * EVENTS_BEFORE_DELIVERY);
		this.processes.awaitDelivery();
		second.kill();
		drain();
		Tally tally = this.processes.tally();
		assertThat(tally.lost()).isZero();
		// The answer to the last call for either process' events may not have been read.
		assertThat(tally.duplicates()).isLessThanOrEqualTo(2 * EVENTS_IN_A_BATCH);
	}

	@Test
	void seesTheLossOfAProcessThatKeepsItsEventsInMemory() throws Exception {
		killWhileItLogs();
		this.processes.start().stop();
		assertThat(this.processes.tally().lost()).isPositive();
	}

	private void killWhileItLogs() throws Exception {
		kill(this.processes.start().log(LoggingProcess.AS_MANY_AS_IT_CAN));
	}

	private void killWhileItDelivers() throws Exception {
		LoggingProcess process = this.processes.start().log(EVENTS_BEFORE_DELIVERY);
		awaitDelivery();
		kill(process.log(LoggingProcess.AS_MANY_AS_IT_CAN));
	}

	private void killAfter(int events) throws Exception {
		this.processes.start().log(events).awaitReports((long) NumberingApplication.CALLERS * events).kill();
	}

	private void awaitDelivery() {
		long before = this.processes.server().eventCount();
		await().atMost(LONG).pollInterval(GLANCE).until(() -> this.processes.server().eventCount() > before);
	}

	private void killWhileItIsRefused() throws Exception {
		LoggingProcess process = this.processes.start().log(EVENTS_BEFORE_DELIVERY);
		int before = this.processes.server().requests().size();
		await().atMost(LONG).pollInterval(GLANCE).until(() -> this.processes.server().requests().size() > before);
		kill(process.log(LoggingProcess.AS_MANY_AS_IT_CAN));
	}

	/**
	 * Kills a process after one more event, or a hundred thousand, or any number between,
	 * all orders of magnitude being equally likely.
	 */
	private void kill(LoggingProcess process) throws Exception {
		long more = (long) Math.pow(MOST_EVENTS_TO_THE_KILL, this.random.nextDouble());
		process.awaitReports(process.reports() + more).kill();
	}

	/**
	 * Lets a last process deliver what others left, some of it for the second time. It
	 * ends when it has nothing but its own directory: one that ends before leaves the
	 * rest to the next.
	 */
	private void drain() throws Exception {
		LoggingProcess last = this.processes.start();
		this.processes.awaitDelivery();
		await().atMost(LONG)
			.pollInterval(GLANCE)
			.during(GLANCE.multipliedBy(3))
			.until(() -> hasNothingToTakeOver(last));
		last.stop();
		assertThat(Processes.files(this.directory)).isEmpty();
	}

	private boolean hasNothingToTakeOver(LoggingProcess process) throws IOException {
		List<Path> files = Processes.files(this.directory);
		return files.size() == 1 && files.get(0).getFileName().toString().startsWith(process.pid() + "-");
	}

	private void assertNothingLost(int kills) throws Exception {
		drain();
		Tally tally = this.processes.tally();
		System.out.println(kills + " kills with seed " + this.seed + ": " + tally);
		assertThat(tally.lost()).as("lost, seed %d", this.seed).isZero();
		assertThat(tally.invented()).isZero();
		assertThat(tally.disordered()).isZero();
		// What was under way when a process was killed, and nothing else, is sent again.
		assertThat(tally.duplicates()).isLessThanOrEqualTo((long) kills * MOST_CALLS * EVENTS_IN_A_BATCH);
	}

}
