package io.github.cloudwatchlogging.crash;

import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Several processes over one directory. None is killed while the service stores events,
 * so that there is no reason to send one twice.
 */
class SharedDirectoryTests {

	private static final int ROUNDS = 5;

	private static final int MANY_EVENTS = 20_000;

	private static final int SOME_EVENTS = 2_000;

	private static final Duration LONG = Duration.ofSeconds(60);

	@TempDir
	private Path directory;

	private Processes processes;

	@BeforeEach
	void shareDirectory() {
		this.processes = Processes.crashSafe(this.directory);
	}

	@AfterEach
	void endProcesses() throws Exception {
		this.processes.close();
	}

	@Test
	void twoProcessesSendOnceWhatAThirdLeft() throws Exception {
		for (int round = 0; round < ROUNDS; round++) {
			this.processes.server().faults().onAny().serviceUnavailable();
			this.processes.start().log(MANY_EVENTS).awaitReports(NumberingApplication.CALLERS * MANY_EVENTS).kill();
			this.processes.server().faults().heal();
			LoggingProcess one = this.processes.start().log(SOME_EVENTS);
			LoggingProcess other = this.processes.start().log(SOME_EVENTS);
			one.awaitReports(NumberingApplication.CALLERS * SOME_EVENTS);
			other.awaitReports(NumberingApplication.CALLERS * SOME_EVENTS);
			this.processes.awaitDelivery();
			one.stop();
			other.stop();
			assertEachEventOnce();
		}
		assertThat(Processes.files(this.directory)).isEmpty();
	}

	@Test
	void aProcessThatStartsLeavesTheFilesOfALivingOneAlone() throws Exception {
		this.processes.server().faults().onAny().serviceUnavailable();
		LoggingProcess living = this.processes.start().log(MANY_EVENTS);
		living.awaitReports(NumberingApplication.CALLERS * MANY_EVENTS);
		LoggingProcess next = this.processes.start().log(SOME_EVENTS);
		next.awaitReports(NumberingApplication.CALLERS * SOME_EVENTS);
		int before = this.processes.server().requests().size();
		// Both have a file under way.
		await().atMost(LONG).until(() -> this.processes.server().requests().size() > before + 2);
		assertThat(Processes.files(this.directory)).isNotEmpty();
		this.processes.server().faults().heal();
		this.processes.awaitDelivery();
		next.stop();
		living.stop();
		assertEachEventOnce();
		assertThat(Processes.files(this.directory)).isEmpty();
	}

	private void assertEachEventOnce() {
		Tally tally = this.processes.tally();
		assertThat(tally.lost()).as("%s", tally).isZero();
		assertThat(tally.duplicates()).as("%s", tally).isZero();
		assertThat(tally.invented()).as("%s", tally).isZero();
	}

}
