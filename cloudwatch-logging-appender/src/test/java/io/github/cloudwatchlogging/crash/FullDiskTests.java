package io.github.cloudwatchlogging.crash;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

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
			process.log(FEW_EVENTS).awaitReports(NumberingApplication.CALLERS * (TOO_MANY_EVENTS + FEW_EVENTS));
			Tally tally = processes.awaitDelivery();
			String output = process.stop();
			assertThat(tally).isEqualTo(new Tally(process.reports(), process.reports(), 0, 0, 0, 0));
			assertThat(output.lines().filter((line) -> line.contains("WARN") && line.contains("spool.directory")))
				.hasSize(2);
		}
	}

	private void assumeMountable() throws Exception {
		Process attempt = new ProcessBuilder(onSmallDisk("exit 0")).redirectErrorStream(true).start();
		boolean ended = attempt.waitFor(10, TimeUnit.SECONDS);
		Assumptions.assumeTrue(ended && attempt.exitValue() == 0,
				"No file system can be mounted in a user namespace here");
	}

	private List<String> onSmallDisk(String command) {
		return List.of("unshare", "--user", "--map-root-user", "--mount", "sh", "-c",
				"mount -t tmpfs -o size=8m,mode=0700 tmpfs '" + this.directory + "' && " + command, "sh");
	}

}
