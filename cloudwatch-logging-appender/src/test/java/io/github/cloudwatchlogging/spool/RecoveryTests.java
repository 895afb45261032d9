package io.github.cloudwatchlogging.spool;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.github.cloudwatchlogging.batch.ByteBudget;
import io.github.cloudwatchlogging.batch.EventRecords;
import io.github.cloudwatchlogging.batch.HeapStore;
import io.github.cloudwatchlogging.batch.RoomSignal;
import io.github.cloudwatchlogging.batch.SentEvent;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.event.MessageBytes;
import io.github.cloudwatchlogging.event.Severity;
import io.github.cloudwatchlogging.settings.BatchSettings;
import io.github.cloudwatchlogging.settings.SpoolSettings;
import io.github.cloudwatchlogging.settings.SpoolSync;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a spool takes over, and what it makes of damaged files.
 */
class RecoveryTests {

	private static final Destination DESTINATION = new Destination("group", "stream");

	@TempDir
	private Path directory;

	private final List<String> told = new ArrayList<>();

	@Test
	void deliversWhatIsWholeAndKeepsADamagedFileAside() throws Exception {
		leave("one", "two");
		Path file = onlyFile();
		byte[] content = Files.readAllBytes(file);
		content[BatchFileLayout.HEADER_BYTES + BatchFileLayout.RECORD_HEADER_BYTES] ^= 1;
		Files.write(file, content);
		Spool spool = open();
		assertThat(recover(spool)).containsExactly("two");
		spool.runOnce(0);
		assertThat(damaged()).hasSize(1).allSatisfy((path) -> assertThat(path).hasBinaryContent(content));
		assertThat(spool.snapshot().damagedFiles()).isEqualTo(1);
		assertThat(this.told).hasSize(2).first().asString().startsWith("recovered 1");
		spool.close();
	}

	@Test
	void setsAsideWhatIsNoBatchFileAndTellsOfTheFirstOnly() throws Exception {
		leave("one");
		Path owner = onlyFile().resolveSibling("");
		Files.write(owner.resolve("empty.batch"), new byte[0]);
		Files.writeString(owner.resolve("foreign.batch"), "foreign".repeat(1_000));
		Files.createSymbolicLink(owner.resolve("link.batch"), Path.of("/etc/passwd"));
		Files.createDirectory(owner.resolve("directory.batch"));
		Spool spool = open();
		assertThat(recover(spool)).containsExactly("one");
		spool.runOnce(0);
		assertThat(damaged()).hasSize(4);
		assertThat(spool.snapshot().damagedFiles()).isEqualTo(4);
		assertThat(this.told).filteredOn((message) -> message.startsWith("damaged")).hasSize(1);
		spool.close();
	}

	@Test
	void filesThatWereNotFinishedAreDeleted() throws Exception {
		leave("one");
		Path owner = onlyFile().resolveSibling("");
		Files.write(owner.resolve("9.new"), new byte[100]);
		Spool spool = open();
		assertThat(recover(spool)).containsExactly("one");
		spool.runOnce(0);
		spool.close();
		assertThat(damaged()).isEmpty();
		assertThat(this.directory).isEmptyDirectory();
	}

	@Test
	void whatWasNotDeliveredIsLeftAgain() throws Exception {
		leave("one");
		Spool second = open();
		second.recover((recovered) -> {
		});
		second.close();
		Spool third = open();
		assertThat(recover(third)).containsExactly("one");
		third.runOnce(0);
		third.close();
		assertThat(this.directory).isEmptyDirectory();
	}

	@Test
	void keepsTheNewestOfTooManyDamagedFiles() throws Exception {
		leave("one");
		Path owner = onlyFile().resolveSibling("");
		for (int file = 0; file < 100; file++) {
			Files.write(owner.resolve(file + 10 + ".batch"), new byte[] { 1 });
		}
		Spool spool = open();
		recover(spool);
		assertThat(spool.snapshot().damagedFiles()).isEqualTo(100);
		assertThat(damaged()).hasSize(64);
		spool.close();
	}

	/**
	 * Leaves a batch as a process does that ends while the service is away.
	 */
	private void leave(String... messages) throws IOException {
		Spool spool = open();
		spool.runOnce(0);
		EventRecords records = spool.store().open(DESTINATION);
		for (String message : messages) {
			records.append(System.currentTimeMillis(), MessageBytes.of(message.getBytes(StandardCharsets.UTF_8)),
					Severity.HIGH);
		}
		spool.close();
	}

	private Spool open() {
		RoomSignal signal = new RoomSignal();
		return new Spool(
				new SpoolSettings(true, this.directory, SpoolSettings.DEFAULT.maxBytes(), SpoolSync.NONE,
						SpoolSettings.DEFAULT.syncInterval()),
				BatchSettings.DEFAULT, 1, new HeapStore(new ByteBudget(1_000_000, 1, signal)), signal, new Listener(),
				() -> 0, InstantSource.system());
	}

	/**
	 * Takes over what was left and settles it.
	 */
	private static List<String> recover(Spool spool) throws IOException {
		List<String> events = new ArrayList<>();
		spool.recover((recovered) -> {
			SentEvent.of(recovered.batch()).forEach((event) -> events.add(event.message()));
			recovered.batch().release();
		});
		return events;
	}

	private Path onlyFile() throws IOException {
		try (Stream<Path> files = Files.walk(this.directory)) {
			return files.filter((path) -> path.toString().endsWith(".batch")).findFirst().orElseThrow();
		}
	}

	private List<Path> damaged() throws IOException {
		try (Stream<Path> files = Files.list(this.directory)) {
			return files.filter((path) -> path.toString().endsWith(".damaged")).toList();
		}
	}

	private final class Listener implements SpoolListener {

		@Override
		public void spoolFailing(Throwable cause) {
			RecoveryTests.this.told.add("failing " + cause);
		}

		@Override
		public void spoolWorking() {
			RecoveryTests.this.told.add("working");
		}

		@Override
		public void eventsRecovered(long events, int processes) {
			RecoveryTests.this.told.add("recovered %d of %d".formatted(events, processes));
		}

		@Override
		public void recoveryFailed(String owner, Throwable cause) {
			RecoveryTests.this.told.add("recovery failed " + cause);
		}

		@Override
		public void batchFileDamaged(String path, String reason) {
			RecoveryTests.this.told.add("damaged " + reason.toLowerCase(Locale.ROOT));
		}

	}

}
