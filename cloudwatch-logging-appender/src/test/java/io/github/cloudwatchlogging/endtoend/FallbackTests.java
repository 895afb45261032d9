package io.github.cloudwatchlogging.endtoend;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import io.github.cloudwatchlogging.ledger.Balance;
import io.github.cloudwatchlogging.ledger.DropCause;
import io.github.cloudwatchlogging.logback.CloudWatchAppender;
import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.junit.CloudWatchLogsExtension;
import io.github.cloudwatchlogging.test.store.ReceivedEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What is lost is on the console, where the user wants it there.
 */
class FallbackTests {

	private static final String CONSOLE = "<fallback>console</fallback>";

	private static final String TEXT = "<encoder><pattern>%msg%n</pattern></encoder>";

	@RegisterExtension
	static final CloudWatchLogsExtension logs = new CloudWatchLogsExtension();

	private final EmbeddedCloudWatchLogs server = logs.server();

	private final ConsoleOfThisJvm console = new ConsoleOfThisJvm();

	@AfterEach
	void giveTheConsoleBack() {
		this.console.close();
	}

	@Test
	void nothingIsPrintedOfWhatIsDelivered() throws Exception {
		try (LogbackApplication application = start(TEXT + CONSOLE)) {
			application.logger("a").info("delivered");
		}
		assertThat(messages()).containsExactly("delivered");
		assertThat(this.console.lost()).isEmpty();
	}

	@Test
	void nothingIsPrintedWhereNobodyAskedForIt() throws Exception {
		try (LogbackApplication application = start(TEXT + "<oversize>drop</oversize>")) {
			application.logger("a").info("x".repeat(2_000_000));
		}
		assertThat(this.console.lost()).isEmpty();
	}

	@Test
	void whatIsTooLongIsPrintedWhileTheApplicationRunsWithItsBeginning() throws Exception {
		try (LogbackApplication application = start(TEXT + CONSOLE + "<oversize>drop</oversize>")) {
			application.logger("a").info("the beginning " + "x".repeat(2_000_000));
			await().until(() -> !this.console.lost().isEmpty());
			assertThat(this.console.lost()).singleElement()
				.asString()
				.startsWith("[cloudwatch-logs] OVERSIZE 20")
				.contains(": the beginning xxx")
				.endsWith("x... [" + (2_000_014 - 8192) + " more bytes]");
		}
		assertThat(this.console.lost()).hasSize(1);
	}

	@Test
	void ofAnEventThatCouldNotBeEncodedLoggerAndExceptionArePrinted() throws Exception {
		String encoder = "<encoder class='ch.qos.logback.core.encoder.LayoutWrappingEncoder'><layout class='"
				+ BadInputTests.ThrowingLayout.class.getName() + "'><pattern>%msg</pattern></layout></encoder>";
		try (LogbackApplication application = start(encoder + CONSOLE)) {
			application.logger("the.logger").info("bad");
		}
		assertThat(this.console.lost()).singleElement()
			.asString()
			.startsWith("[cloudwatch-logs] ENCODER_FAILED 20")
			.endsWith(": the.logger: java.lang.IllegalStateException: no layout for this");
	}

	@Test
	void whatFindsNoRoomIsPrintedOrCounted() throws Exception {
		this.server.faults().on("PutLogEvents").always().serviceUnavailable();
		LogbackApplication application = start(
				TEXT + CONSOLE + "<buffer><maxSize>2MB</maxSize></buffer><shutdownTimeout>0 seconds</shutdownTimeout>");
		CloudWatchAppender appender = application.appender();
		IntStream.range(0, 40).forEach((number) -> application.logger("a").info(number + "x".repeat(99_990)));
		application.close();
		Balance balance = appender.snapshot().balance();
		assertThat(balance.dropped(DropCause.BUFFER_FULL)).isPositive();
		assertThat(balance.totalDropped()).isEqualTo(40);
		assertThat(printed("BUFFER_FULL") + printed("SHUTDOWN") + notPrinted()).isEqualTo(40);
		assertThat(printed("BUFFER_FULL")).isPositive();
	}

	@Test
	void whatIsLeftWhenTheApplicationEndsIsPrinted() throws Exception {
		this.server.faults().on("PutLogEvents").always().serviceUnavailable();
		try (LogbackApplication application = start(TEXT + CONSOLE + "<shutdownTimeout>0 seconds</shutdownTimeout>")) {
			IntStream.range(0, 5).forEach((number) -> application.logger("a").info("left {}", number));
		}
		assertThat(this.console.lost()).hasSize(5)
			.allMatch((line) -> line.matches("\\[cloudwatch-logs] SHUTDOWN 20\\S+Z test / stream: left \\d"));
	}

	@Test
	void whatTheServiceLeavesOutIsPrinted() throws Exception {
		this.server.createLogGroup("test");
		this.server.createLogStream("test", "stream");
		this.server.faults().on("PutLogEvents").times(1).rejectTooOld(1);
		try (LogbackApplication application = start(TEXT + CONSOLE)) {
			application.logger("a").info("one");
			application.logger("a").info("two");
			application.appender().flush(Duration.ofSeconds(10));
		}
		assertThat(messages()).containsExactly("two");
		assertThat(this.console.lost()).singleElement()
			.asString()
			.startsWith("[cloudwatch-logs] TOO_OLD ")
			.endsWith(": one");
	}

	@Test
	void theOneEventThatTheServiceRefusesIsPrinted() throws Exception {
		this.server.createLogGroup("test");
		this.server.createLogStream("test", "stream");
		this.server.faults().on("PutLogEvents").always().poison((message) -> message.contains("13"));
		try (LogbackApplication application = start(TEXT + CONSOLE)) {
			IntStream.range(0, 20).forEach((number) -> application.logger("a").info("event {}", number));
		}
		assertThat(messages()).hasSize(19);
		assertThat(this.console.lost()).singleElement()
			.asString()
			.startsWith("[cloudwatch-logs] REFUSED 20")
			.endsWith("Z test / stream: event 13");
	}

	@Test
	void thousandsOfLossesAreAThousandLinesAndATotal() throws Exception {
		this.server.faults().on("PutLogEvents").always().serviceUnavailable();
		try (LogbackApplication application = start(TEXT + CONSOLE + "<shutdownTimeout>0 seconds</shutdownTimeout>")) {
			IntStream.range(0, 30_000).forEach((number) -> application.logger("a").info("left {}", number));
		}
		assertThat(printed("SHUTDOWN")).isBetween(900L, 1_100L);
		assertThat(printed("SHUTDOWN") + notPrinted()).isEqualTo(30_000);
		assertThat(this.console.lost()).last().asString().endsWith(" more lost events were not printed");
	}

	private LogbackApplication start(String options) throws Exception {
		return LogbackApplication.start(this.server, options);
	}

	private long printed(String cause) {
		return this.console.lost().stream().filter((line) -> line.startsWith("[cloudwatch-logs] " + cause)).count();
	}

	private long notPrinted() {
		return this.console.lost()
			.stream()
			.filter((line) -> line.endsWith(" more lost events were not printed"))
			.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")))
			.sum();
	}

	private List<String> messages() {
		return this.server.events("test", "stream").stream().map(ReceivedEvent::message).toList();
	}

}
