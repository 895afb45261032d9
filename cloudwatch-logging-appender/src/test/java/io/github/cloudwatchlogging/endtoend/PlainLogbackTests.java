package io.github.cloudwatchlogging.endtoend;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.github.cloudwatchlogging.delivery.DeliveryThread;
import io.github.cloudwatchlogging.delivery.FlushResult;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.ledger.Balance;
import io.github.cloudwatchlogging.test.journal.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A {@code logback.xml} without Spring.
 */
class PlainLogbackTests extends LawfulCalls {

	@Test
	void onlyWarningsAndErrorsAreOnTheConsoleWhereNobodyListens() throws Exception {
		this.server.faults().on("PutLogEvents").times(1).deny();
		try (ConsoleOfThisJvm console = new ConsoleOfThisJvm();
				LogbackApplication application = LogbackApplication.start(this.server, "")) {
			application.logger("a").info("one");
			application.appender().flush(Duration.ofMillis(500));
			await().until(() -> console.text().contains("|-WARN"));
			assertThat(console.text()).doesNotContain("|-INFO");
		}
	}

	@Test
	void anOptionThatDoesNotExistIsNamedOnTheConsoleWhereNobodyListens() throws Exception {
		try (ConsoleOfThisJvm console = new ConsoleOfThisJvm();
				LogbackApplication application = LogbackApplication.start(this.server,
						"<retentionDays>7</retentionDays>")) {
			application.logger("a").info("one");
			assertThat(console.text()).contains("|-WARN").contains("[retentionDays]").doesNotContain("|-INFO");
		}
	}

	@Test
	void deliversAndDrainsWhenLogbackStops() throws Exception {
		LogbackApplication application = LogbackApplication.startWithText(this.server, "%level %msg%n");
		application.logger("a").info("first");
		application.logger("a").warn("second");
		application.close();
		assertThat(messages()).containsExactly("INFO first", "WARN second");
	}

	@Test
	void sendsWithinTheDeadlineWithoutBeingAsked() throws Exception {
		try (LogbackApplication application = LogbackApplication.start(this.server,
				"<batch><maxDelay>50 milliseconds</maxDelay></batch>")) {
			application.logger("a").info("on its way");
			await().until(() -> messages().size() == 1);
		}
	}

	@Test
	void createsWhatIsMissingOnlyWhenTheServiceSaysSo() throws Exception {
		try (LogbackApplication application = LogbackApplication.startWithText(this.server, "%msg")) {
			application.logger("a").info("one");
			application.appender().flush(Duration.ofSeconds(10));
			application.logger("a").info("two");
			application.appender().flush(Duration.ofSeconds(10));
		}
		assertThat(this.server.requests().stream().map(RecordedRequest::operation)).containsExactly("PutLogEvents",
				"CreateLogStream", "CreateLogGroup", "CreateLogStream", "PutLogEvents", "PutLogEvents");
	}

	@Test
	void needsNoOtherCallThanPutLogEventsForAStreamThatExists() throws Exception {
		this.server.createLogGroup("test");
		this.server.createLogStream("test", "stream");
		try (LogbackApplication application = LogbackApplication.startWithText(this.server, "%msg")) {
			application.logger("a").info("one");
		}
		assertThat(this.server.requests().stream().map(RecordedRequest::operation)).containsExactly("PutLogEvents");
	}

	@Test
	void sendsContextAndArgumentsAsTheyWereAtTheLogCall() throws Exception {
		try (LogbackApplication application = LogbackApplication.start(this.server, "")) {
			Thread thread = new Thread(() -> {
				StringBuilder argument = new StringBuilder("before");
				application.mdc().put("tenant", "acme");
				application.logger("a").atInfo().addKeyValue("order", argument).log("value {}", argument);
				argument.replace(0, argument.length(), "after");
				application.mdc().put("tenant", "other");
			}, "the-caller");
			thread.start();
			thread.join();
		}
		assertThat(messages()).singleElement()
			.asString()
			.contains("\"message\":\"value before\"")
			.contains("\"tenant\":\"acme\"")
			.contains("\"order\":\"before\"")
			.contains("\"thread\":\"the-caller\"");
	}

	@Test
	void keepsTheOrderOfEachThread() throws Exception {
		int threads = 4;
		int eventsEach = 20_000;
		try (LogbackApplication application = LogbackApplication.startWithText(this.server, "%thread %msg")) {
			List<Thread> callers = new ArrayList<>();
			for (int caller = 0; caller < threads; caller++) {
				Thread thread = new Thread(() -> {
					Logger logger = application.logger("a");
					IntStream.range(0, eventsEach).forEach((number) -> logger.info("{}", number));
				}, "caller-" + caller);
				callers.add(thread);
				thread.start();
			}
			for (Thread thread : callers) {
				thread.join();
			}
		}
		List<String> messages = messages();
		assertThat(messages).hasSize(threads * eventsEach);
		for (int caller = 0; caller < threads; caller++) {
			String prefix = "caller-" + caller + " ";
			assertThat(messages.stream().filter((message) -> message.startsWith(prefix))).containsExactlyElementsOf(
					IntStream.range(0, eventsEach).mapToObj((number) -> prefix + number).toList());
		}
	}

	@Test
	void tellsForEachStreamWhatAFlushDeliveredAndWhatItLeft() throws Exception {
		this.server.createLogGroup("test");
		this.server.faults().on("PutLogEvents").forStream("test", "failing").always().serviceUnavailable();
		String options = "<shutdownTimeout>0 seconds</shutdownTimeout><encoder><pattern>%msg</pattern></encoder>";
		try (LogbackApplication application = LogbackApplication.start(this.server,
				options + "<stream>{mdc:stream}</stream>")) {
			logTo(application, "healthy", 3);
			logTo(application, "failing", 2);
			FlushResult result = application.appender().flush(Duration.ofSeconds(1));
			assertThat(result.isComplete()).isFalse();
			assertThat(result.streams()).containsExactlyInAnyOrder(
					new FlushResult.StreamResult(new Destination("test", "healthy"), 3, 0, 0),
					new FlushResult.StreamResult(new Destination("test", "failing"), 0, 0, 2));
			this.server.faults().heal();
			assertThat(application.appender().flush(Duration.ofSeconds(10)).isComplete()).isTrue();
		}
	}

	private static void logTo(LogbackApplication application, String stream, int events) {
		application.mdc().put("stream", stream);
		IntStream.range(0, events).forEach((number) -> application.logger("a").info("{}", number));
	}

	@Test
	void canBeStoppedAndStartedAgainAndKeepsItsBooks() throws Exception {
		LogbackApplication application = LogbackApplication.startWithText(this.server, "%msg");
		application.logger("a").info("first run");
		application.appender().stop();
		application.logger("a").info("lost, and counted");
		application.appender().start();
		application.logger("a").info("second run");
		application.appender().stop();
		Balance balance = application.appender().snapshot().balance();
		assertThat(messages()).containsExactly("first run", "second run");
		assertThat(balance.accepted()).isEqualTo(3);
		assertThat(balance.delivered()).isEqualTo(2);
		assertThat(balance.isBalanced()).isTrue();
		application.close();
	}

	@Test
	void leavesNoThreadBehind() throws Exception {
		LogbackApplication application = LogbackApplication.startWithText(this.server, "%msg");
		application.logger("a").info("one");
		application.close();
		await().until(() -> Thread.getAllStackTraces().keySet().stream().noneMatch(DeliveryThread.class::isInstance));
	}

}
