package io.github.cloudwatchlogging.agent.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.github.cloudwatchlogging.agent.config.AgentConfiguration;
import io.github.cloudwatchlogging.agent.config.AgentConnection;
import io.github.cloudwatchlogging.agent.config.CollectedFiles;
import io.github.cloudwatchlogging.agent.config.LogGroupProperties;
import io.github.cloudwatchlogging.agent.files.WritingProcess.Event;
import io.github.cloudwatchlogging.settings.AgentSettings;
import io.github.cloudwatchlogging.test.agent.FakeCloudWatchAgent;
import io.github.cloudwatchlogging.test.agent.SentLine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Over rolls, restarts and outages the agent ends with every line exactly once.
 */
class AgentReadsFilesTests {

	private static final Instant START = Instant.parse("2026-01-02T03:59:58Z");

	private static final Duration HOUR = Duration.ofHours(1);

	private static final Duration SECOND = Duration.ofSeconds(1);

	@TempDir
	private Path directory;

	private Instant now = START;

	private AgentSettings settings = AgentSettings.DEFAULT;

	private FakeCloudWatchAgent agent = new FakeCloudWatchAgent("{}", START);

	private final List<String> written = new ArrayList<>();

	@BeforeEach
	void start() {
		this.settings = new AgentSettings(this.directory, "orders", HOUR, 1024L * 1024 * 1024, Duration.ofDays(3),
				null);
		this.agent = new FakeCloudWatchAgent(configuration(), START);
	}

	private String configuration() {
		return AgentConfiguration
			.of(List.of(new CollectedFiles(FileNames.pattern(this.directory, WritingProcess.ORDERS),
					WritingProcess.ORDERS)), LogGroupProperties.NONE, AgentConnection.DEFAULT)
			.toJson();
	}

	private WritingProcess process() {
		return WritingProcess.start(this.settings, () -> this.now);
	}

	private void pass(Duration duration) {
		this.now = this.now.plus(duration);
		this.agent.advance(duration);
	}

	private void write(WritingProcess process, String message) {
		Event event = Event.json(this.now, message);
		this.written.add(event.message());
		process.write(event);
	}

	private void assertEachLineWasSentOnce() {
		pass(Duration.ofSeconds(10));
		assertThat(this.agent.sent()).extracting(SentLine::message).containsExactlyInAnyOrderElementsOf(this.written);
		assertThat(this.agent.sent())
			.allSatisfy((line) -> assertThat(line.message()).contains("\"" + line.time().toString().substring(0, 19)));
	}

	@Test
	void linesBeforeAndAfterARoll() {
		WritingProcess process = process();
		for (int number = 0; number < 8; number++) {
			write(process, "line " + number);
			pass(Duration.ofMillis(500));
		}
		assertEachLineWasSentOnce();
		assertThat(this.agent.sent()).extracting(SentLine::group).containsOnly("/apps/orders");
		assertThat(this.agent.sent()).extracting(SentLine::stream)
			.satisfies((streams) -> assertThat(streams.stream().distinct()).hasSize(2)
				.allMatch((stream) -> stream.startsWith("{local_hostname}_"))
				.anyMatch((stream) -> stream.endsWith("_orders-host-1.log.2026-01-02_03"))
				.anyMatch((stream) -> stream.endsWith("_orders-host-1.log.2026-01-02_04")));
	}

	@Test
	void anOutageOverThreeRolls() {
		WritingProcess process = process();
		write(process, "read before the outage");
		pass(Duration.ofSeconds(10));
		this.agent.stop();
		for (int hour = 0; hour < 4; hour++) {
			write(process, "first of hour " + hour);
			pass(SECOND);
			write(process, "last of hour " + hour);
			pass(HOUR);
		}
		this.agent.start();
		assertEachLineWasSentOnce();
	}

	@Test
	void withoutTheSettingThatOpensAllFilesTheOutageWouldLoseLines() {
		FakeCloudWatchAgent newestOnly = new FakeCloudWatchAgent(
				configuration().replace("\"publish_multi_logs\": true", "\"publish_multi_logs\": false"), START);
		WritingProcess process = process();
		for (int hour = 0; hour < 4; hour++) {
			write(process, "of hour " + hour);
			pass(HOUR);
		}
		newestOnly.advance(Duration.ofSeconds(10));
		assertThat(newestOnly.sent()).singleElement()
			.satisfies((line) -> assertThat(line.message()).contains("of hour 3"));
	}

	@Test
	void twoRollsWithinOneSecond() {
		WritingProcess process = process();
		process.write(record(this.now, "an hour"), record(this.now.plus(HOUR), "the next"),
				record(this.now.plus(HOUR).plus(HOUR), "and the next"));
		assertEachLineWasSentOnce();
	}

	private Event record(Instant time, String message) {
		Event event = Event.json(time, message);
		this.written.add(event.message());
		return event;
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 100, 250, 900, 1_000, 4_900, 5_100, 6_000 })
	void aReaderThatIsRestartedAtAnyMoment(int millis) {
		WritingProcess process = process();
		write(process, "one");
		write(process, "two");
		pass(Duration.ofMillis(millis));
		this.agent.stop();
		write(process, "while it was away");
		pass(SECOND);
		this.agent.start();
		write(process, "when it was back");
		pass(SECOND);
		this.agent.stop();
		this.agent.start();
		assertEachLineWasSentOnce();
	}

	@Test
	void anApplicationThatIsRestartedWithTheSameNameWithinTheHour() throws IOException {
		WritingProcess first = process();
		write(first, "of the first");
		pass(SECOND);
		first.end();
		WritingProcess second = process();
		write(second, "of the second");
		write(first, "which was not dead yet");
		assertEachLineWasSentOnce();
		assertThat(names()).containsExactly("orders-host-1.log.2026-01-02_03", "orders-host-1.log.2026-01-02_03.2",
				"orders-host-1.log.2026-01-02_03.3");
	}

	@Test
	void anApplicationThatWasKilledInTheMiddleOfALine() throws IOException {
		write(process(), "whole");
		Files.writeString(WritingProcess.files(this.directory).get(0), "{\"timestamp\":\"2026-01-02T03:5",
				StandardOpenOption.APPEND);
		pass(Duration.ofSeconds(10));
		write(process(), "of the next process");
		assertEachLineWasSentOnce();
	}

	@Test
	void anAgentThatIsAwayWhileTheApplicationIsRestartedAndRolls() {
		WritingProcess first = process();
		write(first, "held back when the agent ends");
		pass(SECOND);
		this.agent.stop();
		write(first, "of the first");
		pass(HOUR);
		WritingProcess second = process();
		write(second, "of the second");
		write(first, "late, of the first");
		pass(HOUR);
		this.agent.start();
		write(second, "of the second, later");
		assertEachLineWasSentOnce();
	}

	@Test
	void aFileThatIsDeletedWhileItIsRead() throws IOException {
		WritingProcess process = process();
		write(process, "one");
		pass(SECOND);
		write(process, "two");
		Files.delete(WritingProcess.files(this.directory).get(0));
		write(process, "three");
		assertEachLineWasSentOnce();
	}

	@Test
	void theLongestMessageIsNotCut() {
		String longest = "{\"timestamp\":\"2026-01-02T03:59:58.000Z\",\"m\":\"";
		longest += "x".repeat(AgentFiles.MAX_MESSAGE_BYTES - longest.length() - 2) + "\"}";
		assertThat(longest).hasSize(1_048_375);
		this.written.add(longest);
		process().write(new Event(this.now, longest));
		assertEachLineWasSentOnce();
	}

	@Test
	void anEventOfAnEncoderThatWritesSeveralLinesIsOneLineAndOneEvent() {
		process().write(new Event(this.now, "{\n  \"timestamp\": \"2026-01-02T03:59:58.123Z\"\r\n}"));
		pass(Duration.ofSeconds(10));
		assertThat(this.agent.sent()).singleElement().satisfies((line) -> {
			assertThat(line.message()).isEqualTo("{   \"timestamp\": \"2026-01-02T03:59:58.123Z\"  }");
			assertThat(line.time()).isEqualTo(Instant.parse("2026-01-02T03:59:58.123Z"));
		});
	}

	private List<String> names() throws IOException {
		return WritingProcess.files(this.directory).stream().map((file) -> file.getFileName().toString()).toList();
	}

}
