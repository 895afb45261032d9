package io.github.cloudwatchlogging.spool;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import io.github.cloudwatchlogging.batch.ByteBudget;
import io.github.cloudwatchlogging.batch.EventRecords;
import io.github.cloudwatchlogging.batch.EventRecords.Appending;
import io.github.cloudwatchlogging.batch.HeapStore;
import io.github.cloudwatchlogging.batch.RoomSignal;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.event.MessageBytes;
import io.github.cloudwatchlogging.event.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link SpoolFiles} and {@link SpoolStore}, on a device that does what the test says.
 */
class SpoolFilesTests {

	private static final int BATCH_BYTES = 256 * 1024;

	private static final int FILE_BYTES = BatchFileLayout.fileBytes(BATCH_BYTES);

	private static final Destination DESTINATION = new Destination("group", "stream");

	private static final int MOST_READY = 8;

	@TempDir
	private Path directory;

	private final RoomSignal signal = new RoomSignal();

	private final ByteBudget budget = new ByteBudget(20L * FILE_BYTES, 0.5, this.signal);

	private final ByteBudget memory = new ByteBudget(1_000_000, 1, this.signal);

	private boolean full;

	private int made;

	private int wakeUps;

	private final SpoolFiles files = new SpoolFiles(this::make, this.budget, this.signal, MOST_READY, false);

	private final SpoolStore store = new SpoolStore(this.files, new HeapStore(this.memory), "owner", 1,
			InstantSource.system());

	SpoolFilesTests() {
		this.files.onLow(() -> this.wakeUps++);
	}

	private SpoolFile make() throws IOException {
		if (this.full) {
			throw new IOException("No space left on device");
		}
		Path path = this.directory.resolve(++this.made + ".batch");
		try (FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ,
				StandardOpenOption.WRITE)) {
			return new SpoolFile(path, channel.map(FileChannel.MapMode.READ_WRITE, 0, FILE_BYTES));
		}
	}

	@Test
	void aBatchWaitsForTheFirstFileAndWakesWhoMakesIt() {
		EventRecords records = this.store.open(DESTINATION);
		assertThat(append(records, "event")).isEqualTo(Appending.NOT_READY);
		assertThat(this.wakeUps).isEqualTo(1);
		long raised = this.signal.raised();
		this.files.makeReady();
		assertThat(this.signal.raised()).as("who waits is told").isGreaterThan(raised);
		assertThat(append(records, "event")).isEqualTo(Appending.APPENDED);
		assertThat(contents()).containsExactly("event");
	}

	@Test
	void eventsOfAllLengthsComeBackFromAFile() {
		Random random = new Random(13);
		for (int round = 0; round < 50; round++) {
			this.files.makeReady();
			EventRecords records = this.store.open(DESTINATION);
			List<String> appended = new ArrayList<>();
			int mostBytes = 1 << random.nextInt(8, 18);
			for (int room = BATCH_BYTES; room > mostBytes + 26;) {
				String event = String.valueOf((char) ('a' + random.nextInt(26))).repeat(1 + random.nextInt(mostBytes));
				assertThat(append(records, event)).isEqualTo(Appending.APPENDED);
				appended.add(event);
				room -= event.length() + 26;
			}
			assertThat(eventsOf(records)).isEqualTo(appended);
			records.release();
		}
	}

	private static List<String> eventsOf(EventRecords records) {
		List<String> events = new ArrayList<>();
		records.forEach((timestamp, buffer, offset, length) -> events
			.add(new String(buffer, offset, length, StandardCharsets.UTF_8)));
		return events;
	}

	@Test
	void filesAreMadeBeforeTheLastIsTakenButNotUnderTheLock() {
		this.files.makeReady();
		EventRecords records = this.store.open(DESTINATION);
		append(records, "event");
		assertThat(this.wakeUps).as("within the append").isZero();
		records.sync();
		assertThat(this.wakeUps).as("behind it").isEqualTo(1);
		records.sync();
		assertThat(this.wakeUps).as("once is enough").isEqualTo(1);
	}

	@Test
	void atMostAQuarterOfTheBoundIsKeptReady() {
		assertThat(SpoolFiles.mostReady(32L * 1024 * 1024, 1024 * 1024)).isEqualTo(8);
		assertThat(SpoolFiles.mostReady(1024L * 1024 * 1024, 1024 * 1024)).isEqualTo(16);
	}

	@Test
	void onAFullDeviceEventsAreKeptInMemoryUntilThereIsRoom() {
		this.full = true;
		this.files.makeReady();
		assertThat(this.files.failure()).hasMessage("No space left on device");
		EventRecords inMemory = this.store.open(DESTINATION);
		assertThat(append(inMemory, "in memory")).isEqualTo(Appending.APPENDED);
		assertThat(inMemory.leave()).as("survives").isFalse();
		assertThat(this.memory.usedBytes()).isPositive();
		this.full = false;
		this.files.makeReady();
		assertThat(this.files.failure()).isNull();
		EventRecords inFile = this.store.open(DESTINATION);
		assertThat(append(inFile, "in a file")).isEqualTo(Appending.APPENDED);
		assertThat(inFile.leave()).isTrue();
		assertThat(contents()).containsExactly("in a file");
	}

	@Test
	void onAFullDeviceAFileThatIsGivenBackIsUsedAgain() {
		this.files.makeReady();
		List<EventRecords> inUse = new ArrayList<>();
		for (int batch = 0; batch < SpoolFiles.MOST_MADE_AHEAD; batch++) {
			inUse.add(this.store.open(DESTINATION));
			append(inUse.get(batch), "batch " + batch);
		}
		this.full = true;
		this.files.makeReady();
		inUse.get(0).release();
		EventRecords next = this.store.open(DESTINATION);
		append(next, "next");
		assertThat(next.leave()).as("is in a file").isTrue();
		assertThat(contents()).containsExactlyInAnyOrder("next", "batch 1", "batch 2");
	}

	@Test
	void atTheBoundTheLowestLevelsFindNoRoomFirst() {
		for (int batch = 0; batch < 10; batch++) {
			this.files.makeReady();
			assertThat(this.store.open(DESTINATION).append(1, bytes("x"), Severity.LOW)).isEqualTo(Appending.APPENDED);
		}
		this.files.makeReady();
		assertThat(this.store.open(DESTINATION).append(1, bytes("x"), Severity.LOW)).isEqualTo(Appending.NO_ROOM);
		assertThat(this.store.open(DESTINATION).append(1, bytes("x"), Severity.HIGH)).isEqualTo(Appending.APPENDED);
		assertThat(this.budget.usedBytes()).isEqualTo(11L * FILE_BYTES);
	}

	@Test
	void filesInExcessAreDeletedAndTheirRoomIsGivenBackAtOnce() throws Exception {
		List<EventRecords> inUse = new ArrayList<>();
		for (int batch = 0; batch < 15; batch++) {
			this.files.makeReady();
			inUse.add(this.store.open(DESTINATION));
			append(inUse.get(batch), "event");
		}
		inUse.forEach(EventRecords::release);
		this.files.deleteSurplus();
		try (Stream<Path> left = Files.list(this.directory)) {
			assertThat(left).hasSize(MOST_READY);
		}
		assertThat(this.budget.usedBytes()).isZero();
		assertThat(this.files.close()).as("whether any is in use").isFalse();
		assertThat(this.directory).isEmptyDirectory();
	}

	@Test
	void whatIsInUseIsLeftWhenAllElseIsDeleted() {
		this.files.makeReady();
		append(this.store.open(DESTINATION), "left");
		assertThat(this.files.close()).isTrue();
		assertThat(contents()).containsExactly("left");
	}

	private static Appending append(EventRecords records, String message) {
		return records.append(1_800_000_000_000L, bytes(message), Severity.HIGH);
	}

	private static MessageBytes bytes(String text) {
		return MessageBytes.of(text.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Returns what somebody would find who came after a crash at this moment.
	 */
	private List<String> contents() {
		List<String> events = new ArrayList<>();
		try (Stream<Path> paths = Files.list(this.directory)) {
			for (Path path : paths.toList()) {
				byte[] content = BatchFileReader.load(path);
				if (BatchFileReader.examine(content) instanceof BatchFile.Usable usable) {
					new RecordScanner(content, usable.header()).scan((timestamp, buffer, offset, length) -> events
						.add(new String(buffer, offset, length, StandardCharsets.UTF_8)));
				}
			}
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
		return events;
	}

}
