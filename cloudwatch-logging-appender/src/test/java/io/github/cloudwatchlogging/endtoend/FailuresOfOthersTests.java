package io.github.cloudwatchlogging.endtoend;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.LoggingEvent;
import io.github.cloudwatchlogging.delivery.DeliveryThread;
import io.github.cloudwatchlogging.delivery.FlushResult;
import io.github.cloudwatchlogging.ledger.Balance;
import io.github.cloudwatchlogging.ledger.RejectCause;
import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.junit.CloudWatchLogsExtension;
import io.github.cloudwatchlogging.test.store.ReceivedEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.Logger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What was seen to go wrong in other appenders and shippers, done to this one.
 */
class FailuresOfOthersTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	private static final String TEXT = "<encoder><pattern>%msg</pattern></encoder>";

	@RegisterExtension
	static final CloudWatchLogsExtension logs = new CloudWatchLogsExtension();

	private final EmbeddedCloudWatchLogs server = logs.server();

	@BeforeEach
	void createStream() {
		this.server.createLogGroup("test");
		this.server.createLogStream("test", "stream");
	}

	@Nested
	class OfKdgregoryLogbackAwsAppenders {

		@Test
		void accessDeniedAtTheStartThenHealthyYetNothingWasEverDelivered() throws Exception {
			server().faults().onAny().always().deny();
			try (LogbackApplication application = start(TEXT)) {
				log(application, 55);
				application.appender().flush(Duration.ofMillis(300));
				assertThat(server().eventCount()).isZero();
				server().faults().heal();
				assertThat(application.appender().flush(LONG).delivered()).isEqualTo(55);
			}
			assertThat(messages()).hasSize(55);
		}

		@Test
		void oneEventADayOldAmongAHundredFreshOnesKeptAllFromBeingDelivered() throws Exception {
			try (LogbackApplication application = start(TEXT)) {
				log(application, 50);
				logAt(application, System.currentTimeMillis() - Duration.ofHours(25).toMillis(), "a day old");
				log(application, 50);
			}
			assertThat(messages()).hasSize(101).contains("a day old");
		}

		@Test
		void anOutageAtTheEndHeldTheExitForEver() throws Exception {
			server().stop();
			LogbackApplication application = start(TEXT + "<shutdownTimeout>200 milliseconds</shutdownTimeout>");
			log(application, 10);
			Thread exit = new Thread(application::close);
			exit.start();
			exit.join(LONG.toMillis());
			assertThat(exit.isAlive()).isFalse();
		}

		@Test
		void aBatchThatFailedWasRepeatedSeventeenTimesASecond() throws Exception {
			server().faults().on("PutLogEvents").always().serviceUnavailable();
			String retry = "<retry><initialDelay>1 second</initialDelay><maxDelay>30 seconds</maxDelay></retry>";
			try (LogbackApplication application = start(
					TEXT + retry + "<shutdownTimeout>0 seconds</shutdownTimeout>")) {
				log(application, 10);
				application.appender().flush(Duration.ofMillis(1));
				await().atMost(LONG).until(() -> server().requests("PutLogEvents").size() >= 3);
				await().during(Duration.ofSeconds(2))
					.atMost(LONG)
					.until(() -> server().requests("PutLogEvents").size() < 10);
			}
		}

		@Test
		void theSdksOwnLinesFedTheAppenderForEver() throws Exception {
			try (LogbackApplication application = start(TEXT)) {
				application.logger("software.amazon.awssdk.request").debug("Sending Request: ...");
				application.logger("org.apache.hc.client5.http.wire").debug("http-outgoing-0 >> ...");
				log(application, 1);
			}
			assertThat(messages()).containsExactly("0");
		}

	}

	@Nested
	class OfPjerLogbackAwslogsAppender {

		@Test
		void aBurstOfTwoThousandEventsDeliveredNinetySeven() throws Exception {
			try (LogbackApplication application = start(TEXT)) {
				log(application, 2000);
			}
			assertThat(messages()).hasSize(2000);
		}

		@Test
		void aWarningBlockedItsCallerWhileTheServiceHung() throws Exception {
			server().faults().onAny().always().hang();
			try (LogbackApplication application = start(TEXT + "<shutdownTimeout>0 seconds</shutdownTimeout>")) {
				Thread caller = new Thread(
						() -> IntStream.range(0, 1000).forEach((number) -> application.logger("a").warn("{}", number)));
				caller.start();
				caller.join(LONG.toMillis());
				assertThat(caller.isAlive()).isFalse();
				assertThat(application.appender().snapshot().balance().accepted()).isEqualTo(1000);
				assertThat(server().eventCount()).isZero();
			}
		}

		@Test
		void aCallThatFailedLostItsBatchUncounted() throws Exception {
			server().faults().on("PutLogEvents").times(2).serviceUnavailable();
			try (LogbackApplication application = start(TEXT)) {
				log(application, 100);
			}
			assertThat(messages()).hasSize(100);
		}

		@Test
		void lateTimesWereRewritten() throws Exception {
			long time = System.currentTimeMillis() - Duration.ofHours(5).toMillis();
			try (LogbackApplication application = start(TEXT)) {
				log(application, 1);
				logAt(application, time, "late");
			}
			assertThat(events()).filteredOn((event) -> event.message().equals("late"))
				.extracting(ReceivedEvent::timestamp)
				.containsExactly(time);
		}

	}

	@Nested
	class OfJ256Cloudwatchlogbackappender {

		@Test
		void aPatternWithMdcDeliveredNothing() throws Exception {
			try (LogbackApplication application = start("<encoder><pattern>%X{tenant} %msg</pattern></encoder>")) {
				application.mdc().put("tenant", "acme");
				log(application, 1);
				application.mdc().remove("tenant");
			}
			assertThat(messages()).containsExactly("acme 0");
		}

		@Test
		void argumentsWereRenderedLate() throws Exception {
			try (LogbackApplication application = start(TEXT)) {
				StringBuilder argument = new StringBuilder("before");
				application.logger("a").info("{}", argument);
				argument.replace(0, argument.length(), "after");
			}
			assertThat(messages()).containsExactly("before");
		}

		@Test
		void theLastTwentyOfFortyEventsWereLostAtTheStop() throws Exception {
			try (LogbackApplication application = start(TEXT)) {
				log(application, 40);
			}
			assertThat(messages()).hasSize(40);
		}

		@Test
		void threeHundredEventsOfTenKilobytesWereOneCallAndMostWereLost() throws Exception {
			try (LogbackApplication application = start(TEXT)) {
				IntStream.range(0, 300).forEach((number) -> application.logger("a").info("x".repeat(10_000)));
			}
			assertThat(messages()).hasSize(300);
		}

	}

	@Nested
	class OfWatchtower {

		@Test
		void whileAStreamWasBeingCreatedTheEventsOfAllThreadsWereDropped() throws Exception {
			server().deleteLogStream("test", "stream");
			server().faults().on("CreateLogStream").times(1).slow(Duration.ofMillis(500));
			try (LogbackApplication application = start(TEXT + "<batch><maxDelay>20 milliseconds</maxDelay></batch>")) {
				List<Thread> threads = new ArrayList<>();
				for (int caller = 0; caller < 4; caller++) {
					Thread thread = new Thread(() -> {
						log(application, 100);
						await().until(() -> !server().requests("CreateLogStream").isEmpty());
						log(application, 100);
					});
					threads.add(thread);
					thread.start();
				}
				for (Thread thread : threads) {
					thread.join();
				}
			}
			assertThat(messages()).hasSize(800);
		}

		@Test
		void fiveFailuresInARowDroppedTheBatch() throws Exception {
			server().faults().on("PutLogEvents").times(12).serviceUnavailable();
			try (LogbackApplication application = start(TEXT)) {
				log(application, 100);
				assertThat(application.appender().flush(LONG).isComplete()).isTrue();
			}
			assertThat(messages()).hasSize(100);
		}

		@Test
		void eachStreamNameHadAThreadForEver() throws Exception {
			try (LogbackApplication application = start(TEXT + "<stream>{mdc:stream}</stream>")) {
				for (int stream = 0; stream < 100; stream++) {
					application.mdc().put("stream", "stream-" + stream);
					log(application, 1);
				}
				application.appender().flush(LONG);
				assertThat(Thread.getAllStackTraces().keySet()).filteredOn(DeliveryThread.class::isInstance)
					.hasSizeLessThan(40);
			}
			assertThat(server().eventCount()).isEqualTo(100);
		}

		@Test
		void anEventOverTwoHundredFiftySixKilobytesWasCut() throws Exception {
			try (LogbackApplication application = start(TEXT)) {
				application.logger("a").info("x".repeat(1_000_000));
			}
			assertThat(messages()).singleElement().satisfies((message) -> assertThat(message).hasSize(1_000_000));
		}

		@Test
		void closingWaitedForEachStreamOneAfterTheOther() throws Exception {
			server().faults().onAny().always().hang();
			LogbackApplication application = start(
					TEXT + "<stream>{mdc:stream}</stream><shutdownTimeout>500 milliseconds</shutdownTimeout>");
			for (int stream = 0; stream < 10; stream++) {
				application.mdc().put("stream", "stream-" + stream);
				log(application, 1);
			}
			Thread exit = new Thread(application::close);
			exit.start();
			exit.join(Duration.ofSeconds(4).toMillis());
			assertThat(exit.isAlive()).isFalse();
		}

	}

	@Nested
	class OfOthers {

		@Test
		void dibogSentUnsortedBatchesThatWereRefused() throws Exception {
			long now = System.currentTimeMillis();
			try (LogbackApplication application = start(TEXT)) {
				logAt(application, now, "third");
				logAt(application, now - 1000, "second");
				logAt(application, now - 2000, "first");
			}
			assertThat(messages()).containsExactly("first", "second", "third");
		}

		@Test
		void fluentBitAndVectorCountedRejectedEventsAsDelivered() throws Exception {
			server().faults().on("PutLogEvents").times(1).rejectTooOld(3);
			try (LogbackApplication application = start(TEXT)) {
				log(application, 10);
				application.appender().flush(LONG);
				Balance balance = application.appender().snapshot().balance();
				assertThat(balance.delivered()).isEqualTo(7);
				assertThat(balance.rejected(RejectCause.TOO_OLD)).isEqualTo(3);
			}
		}

		@Test
		void openTelemetryLostTheChunkOfADeletedStream() throws Exception {
			try (LogbackApplication application = start(TEXT)) {
				log(application, 10);
				application.appender().flush(LONG);
				server().deleteLogGroup("test");
				log(application, 10);
				FlushResult result = application.appender().flush(LONG);
				assertThat(result.delivered()).isEqualTo(10);
			}
			assertThat(messages()).hasSize(10);
		}

		@Test
		void quarkusSentBatchesThatWereTooLarge() throws Exception {
			try (LogbackApplication application = start(TEXT)) {
				IntStream.range(0, 30).forEach((number) -> application.logger("a").info("\u00E4".repeat(100_000)));
			}
			assertThat(messages()).hasSize(30);
		}

	}

	private LogbackApplication start(String options) throws Exception {
		return LogbackApplication.start(this.server, options);
	}

	private EmbeddedCloudWatchLogs server() {
		return this.server;
	}

	private static void log(LogbackApplication application, int events) {
		Logger logger = application.logger("a");
		IntStream.range(0, events).forEach((number) -> logger.info("{}", number));
	}

	private static void logAt(LogbackApplication application, long time, String message) {
		LoggingEvent event = new LoggingEvent("fqcn", application.context().getLogger("a"), Level.INFO, message, null,
				null);
		event.setTimeStamp(time);
		application.appender().doAppend(event);
	}

	private List<ReceivedEvent> events() {
		return this.server.events("test", "stream");
	}

	private List<String> messages() {
		return events().stream().map(ReceivedEvent::message).toList();
	}

}
