package io.github.cloudwatchlogging.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A file system that is too small. The process mounts it in a user namespace of its own,
 * which takes no rights on most Linux machines; elsewhere the test is skipped.
 */
class FullDiskTests {

	private static final int PADDING = 1_000;

	/**
	 * 24 MB, three times the disk.
	 */
	private static final int TOO_MANY_EVENTS = 6_000;

	private static final int FEW_EVENTS = 100;

	private static final Duration LONG = Duration.ofSeconds(60);

	@TempDir
	private Path directory;

	@Test
	void fallsBackToMemoryAndComesBackAndKeepsEveryEvent() throws Exception {
		assumeMountable();
		try (Processes processes = Processes.crashSafe(this.directory)) {
			processes.server().faults().onAny().serviceUnavailable();
			LoggingProcess process = processes.startWith(onSmallDisk("exec \"$@\"")).log(TOO_MANY_EVENTS, PADDING);
			process.awaitReports(NumberingApplication.CALLERS * TOO_MANY_EVENTS);
			processes.server().faults().heal();
			assertThat(processes.awaitDelivery().lost()).isZero();
			await().atMost(LONG).until(() -> warningsOfTheSpool(process).size() == 2);
			process.log(FEW_EVENTS).awaitReports(NumberingApplication.CALLERS * (TOO_MANY_EVENTS + FEW_EVENTS));
			Tally tally = processes.awaitDelivery();
			process.stop();
			assertThat(tally).isEqualTo(new Tally(process.reports(), process.reports(), 0, 0, 0, 0));
			assertThat(warningsOfTheSpool(process)).satisfiesExactly(
					(warning) -> assertThat(warning).contains("are kept in memory"),
					(warning) -> assertThat(warning).contains("are kept in files of spool.directory again"));
		}
	}

	private static List<String> warningsOfTheSpool(LoggingProcess process) {
		return process.printed()
			.lines()
			.filter((line) -> line.contains("WARN") && line.contains("spool.directory"))
			.toList();
	}

	private void assumeMountable() throws Exception {
		Assumptions.assumeTrue(isMountable(), "No file system can be mounted in a user namespace here");
	}

	private boolean isMountable() throws InterruptedException {
		try {
			Process attempt = new ProcessBuilder(onSmallDisk("exit 0")).redirectErrorStream(true).start();
			return attempt.waitFor(LONG.toSeconds(), TimeUnit.SECONDS) && attempt.exitValue() == 0;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private List<String> onSmallDisk(String command) {
		return List.of("unshare", "--user", "--map-root-user", "--mount", "sh", "-c",
				"mount -t tmpfs -o size=8m,mode=0700 tmpfs '" + this.directory + "' && " + command, "sh");
	}

}
