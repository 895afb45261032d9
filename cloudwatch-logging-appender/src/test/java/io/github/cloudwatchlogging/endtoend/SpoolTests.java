package io.github.cloudwatchlogging.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.cloudwatchlogging.ledger.Balance;
import io.github.cloudwatchlogging.ledger.DropCause;
import io.github.cloudwatchlogging.logback.CloudWatchAppender;
import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.junit.CloudWatchLogsExtension;
import io.github.cloudwatchlogging.test.journal.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Events that are kept in files, over the end of the appender that was given them.
 */
class SpoolTests {

	@RegisterExtension
	static final CloudWatchLogsExtension logs = new CloudWatchLogsExtension();

	private final EmbeddedCloudWatchLogs server = logs.server();

	@TempDir
	private Path temporary;

	@ParameterizedTest
	@ValueSource(strings = { "none", "interval", "always" })
	void whatOneRunLeavesTheNextDeliversInItsOrder(String sync) throws Exception {
		this.server.stop();
		try (LogbackApplication first = start("<sync>%s</sync>".formatted(sync))) {
			CloudWatchAppender appender = first.appender();
			log(first, 0, 500);
			appender.stop();
			assertThat(appender.snapshot().balance()).isEqualTo(new Balance(500, 0, 0, Map.of(), Map.of(), 500, 0));
		}
		assertThat(this.server.events()).isEmpty();
		this.server.restart();
		try (LogbackApplication second = start("<sync>%s</sync>".formatted(sync))) {
			await().until(() -> this.server.eventCount() == 500);
			await().until(() -> second.appender().snapshot().balance().pending() == 0);
			assertThat(second.appender().snapshot().balance())
				.isEqualTo(new Balance(0, 500, 500, Map.of(), Map.of(), 0, 0));
		}
		assertThat(numbers()).isEqualTo(IntStream.range(0, 500).boxed().toList());
		assertThat(entries(spool())).as("what is left in the directory").isEmpty();
	}

	@Test
	void aRunThatDeliversEverythingLeavesNothing() throws Exception {
		try (LogbackApplication application = start("")) {
			log(application, 0, 30_000);
			application.appender().flush(Duration.ofMinutes(1));
		}
		assertThat(numbers()).isEqualTo(IntStream.range(0, 30_000).boxed().toList());
		assertThat(entries(spool())).isEmpty();
	}

	@Test
	void oneAppenderTakesUpWhatItLeftWhenItIsStartedAgain() throws Exception {
		this.server.stop();
		try (LogbackApplication application = start("")) {
			log(application, 0, 100);
			application.appender().stop();
			this.server.restart();
			application.appender().start();
			log(application, 100, 200);
			await().until(() -> this.server.eventCount() == 200);
			await().until(() -> application.appender().snapshot().balance().pending() == 0);
			assertThat(application.appender().snapshot().balance())
				.isEqualTo(new Balance(200, 100, 200, Map.of(), Map.of(), 100, 0));
		}
	}

	@Test
	void twoAppendersShareADirectory() throws Exception {
		this.server.stop();
		try (LogbackApplication one = start(""); LogbackApplication other = start("")) {
			log(one, 0, 100);
			log(other, 100, 200);
			one.context().stop();
			this.server.restart();
			try (LogbackApplication third = start("")) {
				await().until(() -> this.server.eventCount() == 200);
				assertThat(third.appender().snapshot().balance().recovered()).isEqualTo(100);
			}
		}
		assertThat(numbers()).containsExactlyInAnyOrderElementsOf(IntStream.range(0, 200).boxed().toList());
	}

	@Test
	void newEventsDoNotWaitForABacklog() throws Exception {
		this.server.stop();
		try (LogbackApplication first = start("")) {
			String padding = "x".repeat(10_000);
			IntStream.range(0, 3_000).forEach((number) -> first.logger("a").info("{} {}", number, padding));
		}
		this.server.restart();
		try (LogbackApplication second = start("")) {
			second.logger("a").info("new");
			second.appender().flush(Duration.ofMillis(1));
			await().until(() -> this.server.eventCount() == 3_001);
		}
		List<Integer> eventsOfCalls = this.server.requests("PutLogEvents")
			.stream()
			.map(RecordedRequest::acceptedCount)
			.toList();
		assertThat(eventsOfCalls).hasSizeGreaterThan(25);
		assertThat(eventsOfCalls.indexOf(1)).as("when the new event came").isLessThan(eventsOfCalls.size() - 10);
	}

	@Test
	void theDirectoryAndItsFilesAreForTheirOwnerAlone() throws Exception {
		try (LogbackApplication application = start("")) {
			log(application, 0, 1);
			assertThat(permissions(spool())).isEqualTo("rwx------");
			// A file that is being made loses its first name meanwhile.
			await().ignoreException(UncheckedIOException.class)
				.untilAsserted(() -> assertThat(permissionsOfFiles(spool())).isNotEmpty().containsOnly("rw-------"));
		}
	}

	@Test
	void aSymbolicLinkIsRefused() throws Exception {
		Files.createSymbolicLink(spool(), Files.createDirectory(this.temporary.resolve("elsewhere")));
		try (LogbackApplication application = start("")) {
			assertThat(application.appender().isStarted()).isFalse();
			assertThat(application.context().getStatusManager().getCopyOfStatusList())
				.anySatisfy((status) -> assertThat(status.getMessage()).contains("spool.directory")
					.contains("It is a symbolic link."));
		}
	}

	@Test
	void aDirectoryThatOthersCanWriteToIsRefusedAndStaysAsItIs() throws Exception {
		Files.createDirectory(spool());
		Files.setPosixFilePermissions(spool(), PosixFilePermissions.fromString("rwxrwxrwx"));
		try (LogbackApplication application = start("")) {
			assertThat(application.appender().isStarted()).isFalse();
		}
		assertThat(permissions(spool())).isEqualTo("rwxrwxrwx");
	}

	@Test
	void whatElseIsInTheDirectoryIsNoneOfItsBusiness() throws Exception {
		Path foreign = Files.createDirectories(spool().resolve("lost+found"));
		Files.writeString(foreign.resolve("1.batch"), "somebody's");
		Files.writeString(spool().resolve("notes.txt"), "somebody's");
		try (LogbackApplication application = start("")) {
			log(application, 0, 1);
			application.appender().flush(Duration.ofSeconds(30));
		}
		assertThat(entries(spool())).containsExactlyInAnyOrder(foreign, spool().resolve("notes.txt"));
		assertThat(foreign.resolve("1.batch")).hasContent("somebody's");
	}

	@Test
	void whatSeveralRunsLeftIsDeliveredInTheOrderInWhichItWasLogged() throws Exception {
		this.server.stop();
		for (int run = 0; run < 3; run++) {
			try (LogbackApplication application = start("")) {
				log(application, 100 * run, 100 * run + 100);
			}
		}
		this.server.restart();
		try (LogbackApplication application = start("")) {
			await().until(() -> this.server.eventCount() == 300);
			assertThat(application.appender().snapshot().balance().recovered()).isEqualTo(300);
		}
		assertThat(numbers()).isEqualTo(IntStream.range(0, 300).boxed().toList());
	}

	@Test
	void aFileInThePlaceOfTheDirectoryIsRefused() throws Exception {
		Files.createFile(spool());
		try (LogbackApplication application = start("")) {
			assertThat(application.appender().isStarted()).isFalse();
		}
	}

	@Test
	void atTheBoundEventsAreDroppedAndCountedAndTheRestIsDelivered() throws Exception {
		this.server.stop();
		try (LogbackApplication application = start("<maxSize>32MB</maxSize>")) {
			String padding = "x".repeat(10_000);
			Logger logger = application.logger("a");
			IntStream.range(0, 5_000).forEach((number) -> logger.warn("{} {}", number, padding));
			Balance before = application.appender().snapshot().balance();
			assertThat(before.isBalanced()).isTrue();
			assertThat(before.dropped(DropCause.BUFFER_FULL)).isBetween(1_000L, 4_000L);
			assertThat(application.appender().snapshot().bufferUsedBytes()).as("memory").isZero();
			this.server.restart();
			application.appender().flush(Duration.ofMinutes(1));
			Balance after = application.appender().snapshot().balance();
			assertThat(after.delivered()).isEqualTo(5_000 - after.dropped(DropCause.BUFFER_FULL));
			assertThat(this.server.eventCount()).isEqualTo(after.delivered());
		}
		assertThat(entries(spool())).isEmpty();
	}

	private LogbackApplication start(String options) throws Exception {
		return LogbackApplication.startWithText(this.server, "%m", """
				<spool>
					<enabled>true</enabled>
					<directory>%s</directory>
					%s
				</spool>
				<batch><maxDelay>200 milliseconds</maxDelay></batch>
				<apiTimeout>2 seconds</apiTimeout>
				<shutdownTimeout>1 second</shutdownTimeout>
				""".formatted(spool(), options));
	}

	private Path spool() {
		return this.temporary.resolve("spool");
	}

	private static void log(LogbackApplication application, int from, int to) {
		Logger logger = application.logger("a");
		IntStream.range(from, to).forEach((number) -> logger.info("{}", number));
	}

	private List<Integer> numbers() {
		return this.server.events("test", "stream").stream().map((event) -> Integer.valueOf(event.message())).toList();
	}

	private static List<Path> entries(Path directory) throws IOException {
		try (Stream<Path> entries = Files.list(directory)) {
			return entries.toList();
		}
	}

	private static List<String> permissionsOfFiles(Path directory) throws IOException {
		try (Stream<Path> all = Files.walk(directory)) {
			return all.filter(Files::isRegularFile).map(SpoolTests::permissions).toList();
		}
	}

	private static String permissions(Path path) {
		try {
			return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
