package io.github.cloudwatchlogging.agent.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

import io.github.cloudwatchlogging.agent.files.WritingProcess.Event;
import io.github.cloudwatchlogging.delivery.Outcome;
import io.github.cloudwatchlogging.delivery.Trouble;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.settings.AgentSettings;
import io.github.cloudwatchlogging.settings.InvalidSettingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What is in which file.
 */
class AgentFilesTests {

	private static final Instant START = Instant.parse("2026-01-02T03:00:00Z");

	private static final Duration HOUR = Duration.ofHours(1);

	private static final long MEBIBYTE = 1024 * 1024;

	private static final Destination AUDIT = new Destination("audit", "{local_hostname}");

	@TempDir
	private Path directory;

	private final AtomicLong now = new AtomicLong(START.toEpochMilli());

	private final SmallDisk disk = new SmallDisk();

	private AgentSettings settings(long maxBytes, Duration maxAge) {
		return new AgentSettings(this.directory, "orders", HOUR, maxBytes, maxAge, null);
	}

	private WritingProcess process(AgentSettings settings, Destination... destinations) {
		return new WritingProcess(settings, () -> Instant.ofEpochMilli(this.now.get()), this.disk,
				(destinations.length > 0) ? destinations : new Destination[] { WritingProcess.ORDERS });
	}

	private WritingProcess process() {
		return process(settings(1024 * MEBIBYTE, Duration.ofDays(3)));
	}

	@Test
	void anEventThatComesLateIsInTheFileOfItsOwnHour() throws IOException {
		WritingProcess process = process();
		for (int hour = 0; hour < 6; hour++) {
			process.write(Event.json(START.plus(HOUR.multipliedBy(hour)), "in time"));
		}
		process.write(Event.json(START, "late"));
		assertThat(lines().get("orders-host-1.log.2026-01-02_03.2")).singleElement()
			.satisfies((line) -> assertThat(line).contains("late"));
	}

	@Test
	void destinationsHaveDirectoriesOfTheirOwn() throws IOException {
		WritingProcess process = process(settings(1024 * MEBIBYTE, Duration.ofDays(3)), AUDIT, WritingProcess.ORDERS);
		process.write(AUDIT, Event.series(START, "audit", 1));
		process.write(Event.json(START, "order"));
		process.write(new Destination("left in the spool by another", "configuration"),
				Event.series(START, "foreign", 1));
		assertThat(FileNames.directory(this.directory, AUDIT)).isDirectoryContaining("glob:**.log.2026-01-02_03");
		assertThat(Files.readString(
				FileNames.directory(this.directory, WritingProcess.ORDERS).resolve("orders-host-1.log.2026-01-02_03")))
			.contains("order")
			.contains("foreign")
			.doesNotContain("audit");
	}

	@Test
	void aFullDiskTakesWhatItCanAndTheRestOnceThereIsRoom() throws IOException {
		WritingProcess process = process();
		List<Event> events = Event.series(START, "event", 10);
		int length = events.get(0).message().length() + 1;
		this.disk.leave(4L * length + 5);
		Outcome outcome = process.write(WritingProcess.ORDERS, events);
		assertThat(outcome).isEqualTo(new Outcome.PartlyDelivered(4,
				new Trouble(Trouble.Kind.STORAGE, "IOException", "No space left on device")));
		this.disk.leave(0);
		assertThat(process.write(WritingProcess.ORDERS, events.subList(4, 10))).isInstanceOf(Outcome.TryLater.class);
		assertThat(process.write(WritingProcess.ORDERS, events.subList(4, 10))).isInstanceOf(Outcome.TryLater.class);
		this.disk.leave(Long.MAX_VALUE);
		assertThat(process.write(WritingProcess.ORDERS, events.subList(4, 10))).isEqualTo(new Outcome.Delivered());
		Map<String, List<String>> files = lines();
		assertThat(files).containsOnlyKeys("orders-host-1.log.2026-01-02_03", "orders-host-1.log.2026-01-02_03.2");
		List<String> torn = files.getOrDefault("orders-host-1.log.2026-01-02_03", List.of());
		assertThat(torn).hasSize(5);
		assertThat(torn.subList(0, 4)).isEqualTo(events.subList(0, 4).stream().map(Event::message).toList());
		assertThat(files.get("orders-host-1.log.2026-01-02_03.2"))
			.isEqualTo(events.subList(4, 10).stream().map(Event::message).toList());
	}

	@Test
	void theOldestFilesGoWhenTheBoundOnTheSizeIsReachedAndNeverTheOneThatIsWritten() throws IOException {
		WritingProcess process = process(settings(64 * MEBIBYTE, Duration.ofDays(3)));
		String padding = "x".repeat(1_000_000);
		for (int number = 0; number < 200; number++) {
			process.write(Event.json(START, number + " " + padding));
			assertThat(size()).isLessThanOrEqualTo(64 * MEBIBYTE);
		}
		assertThat(lines().values().stream().flatMap(List::stream)).hasSizeBetween(40, 64)
			.anyMatch((line) -> line.contains("\"199 "));
	}

	@Test
	void whatAnotherProcessMayStillWriteIsNotDeletedForRoom() {
		WritingProcess other = process(settings(1024 * MEBIBYTE, Duration.ofDays(3)));
		String padding = "x".repeat(1_000_000);
		for (int number = 0; number < 64; number++) {
			other.write(Event.json(START, number + " " + padding));
		}
		WritingProcess process = process(settings(64 * MEBIBYTE, Duration.ofDays(3)));
		assertThat(process.write(WritingProcess.ORDERS, Event.series(START, "no room", 1)))
			.isInstanceOf(Outcome.TryLater.class);
		this.now.addAndGet(HOUR.multipliedBy(2).toMillis());
		assertThat(process.write(WritingProcess.ORDERS, Event.series(START, "room", 1)))
			.isInstanceOf(Outcome.Delivered.class);
	}

	@Test
	void filesThatAreTooOldGoAndForeignOnesStay() throws IOException {
		Path foreign = Files.writeString(this.directory.resolve("notes.log.2020-01-01_00"), "not ours");
		process().write(Event.json(START, "old"));
		Path alsoForeign = Files
			.writeString(FileNames.directory(this.directory, WritingProcess.ORDERS).resolve("notes.txt"), "not ours");
		this.now.addAndGet(Duration.ofDays(3).plusHours(2).toMillis());
		process().write(Event.json(Instant.ofEpochMilli(this.now.get()), "new"));
		assertThat(lines()).containsOnlyKeys("notes.txt", "orders-host-1.log.2026-01-05_05");
		assertThat(foreign).exists();
		assertThat(alsoForeign).exists();
	}

	@Test
	void oldEventsThatAreWrittenLateStayAsLongAsNewOnes() throws IOException {
		this.now.addAndGet(Duration.ofDays(5).toMillis());
		WritingProcess process = process();
		for (int hour = 0; hour < 6; hour++) {
			process.write(Event.json(START.plus(HOUR.multipliedBy(hour)), "of the spool"));
		}
		assertThat(lines()).hasSize(6);
		this.now.addAndGet(Duration.ofDays(3).plusMillis(1).toMillis());
		process.write(Event.json(START.plus(HOUR.multipliedBy(6)), "of the spool"));
		assertThat(lines()).doesNotContainKeys("orders-host-1.log.2026-01-02_03");
	}

	@Test
	void aNameIsNotUsedAgainAfterItsFileIsGone() throws IOException {
		process().write(Event.json(START, "one"));
		process().write(Event.json(START, "two"));
		Files.delete(
				FileNames.directory(this.directory, WritingProcess.ORDERS).resolve("orders-host-1.log.2026-01-02_03"));
		process().write(Event.json(START, "three"));
		assertThat(lines()).containsOnlyKeys("orders-host-1.log.2026-01-02_03.2", "orders-host-1.log.2026-01-02_03.3");
	}

	@Test
	void aDirectoryThatCannotBeMadeEndsTheStart() throws IOException {
		Path file = Files.createFile(this.directory.resolve("file"));
		AgentSettings settings = new AgentSettings(file.resolve("logs"), "orders", HOUR, 64 * MEBIBYTE,
				Duration.ofDays(1), null);
		assertThatThrownBy(() -> process(settings)).isInstanceOf(InvalidSettingException.class)
			.hasMessageStartingWith("agent.directory = '" + settings.directory() + "'");
	}

	private Map<String, List<String>> lines() throws IOException {
		Map<String, List<String>> lines = new TreeMap<>();
		for (Path file : WritingProcess.files(this.directory)) {
			lines.put(file.getFileName().toString(), Files.readAllLines(file));
		}
		return lines;
	}

	private long size() throws IOException {
		long size = 0;
		for (Path file : WritingProcess.files(this.directory)) {
			size += Files.size(file);
		}
		return size;
	}

}
