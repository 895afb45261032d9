package io.github.cloudwatchlogging.crash;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The service is away for longer than memory could hold what is logged.
 */
class LongOutageTests {

	private static final List<String> SMALL_HEAP = List.of("env", "JAVA_TOOL_OPTIONS=-Xmx40m");

	private static final int EVENTS_OF_EACH_CALLER = 20_000;

	private static final int PADDING = 1_000;

	@TempDir
	private Path directory;

	@Test
	void aBacklogOfTwiceTheHeapIsKeptAndDelivered() throws Exception {
		try (Processes processes = Processes.crashSafe(this.directory)) {
			processes.server().faults().onAny().serviceUnavailable();
			LoggingProcess process = processes.startWith(SMALL_HEAP).log(EVENTS_OF_EACH_CALLER, PADDING);
			int events = NumberingApplication.CALLERS * EVENTS_OF_EACH_CALLER;
			process.awaitReports(events);
			processes.server().faults().heal();
			Tally tally = processes.awaitDelivery();
			assertThat(tally.lost()).isZero();
			process.stop();
			assertThat(process.printed()).contains("delivered=" + events).doesNotContain("OutOfMemoryError");
		}
	}

}
