package io.github.cloudwatchlogging.crash;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import ch.qos.logback.core.joran.spi.JoranException;
import io.github.cloudwatchlogging.endtoend.LogbackApplication;
import io.github.cloudwatchlogging.ledger.Balance;
import io.github.cloudwatchlogging.logback.CloudWatchAppender;
import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.junit.CloudWatchLogsExtension;
import io.github.cloudwatchlogging.test.store.ReceivedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What an orderly stop leaves in the directory, and what the next start makes of it.
 */
class CleanExitTests {

	private static final Duration LONG = Duration.ofSeconds(30);

	@RegisterExtension
	static final CloudWatchLogsExtension logs = new CloudWatchLogsExtension();

	private final EmbeddedCloudWatchLogs server = logs.server();

	@TempDir
	private Path directory;

	@Test
	void aDrainedStopLeavesAnEmptyDirectory() throws Exception {
		this.server.stop();
		try (LogbackApplication application = start("10 seconds")) {
			log(application, 0, 100);
			assertThat(Processes.files(this.directory)).isNotEmpty();
			this.server.restart();
		}
		assertThat(messages()).containsExactlyElementsOf(numbers(0, 100));
		assertThat(Processes.files(this.directory)).isEmpty();
	}

	@Test
	void aStopWithoutTheServiceLeavesItsEventsToTheNextStart() throws Exception {
		this.server.stop();
		LogbackApplication first = start("0 seconds");
		CloudWatchAppender appender = first.appender();
		log(first, 0, 100);
		first.close();
		assertNothingDropped(appender);
		assertThat(Processes.files(this.directory)).isNotEmpty();
		this.server.restart();
		startAndStopOnceDelivered(100);
		assertThat(messages()).containsExactlyElementsOf(numbers(0, 100));
		assertThat(Processes.files(this.directory)).isEmpty();
	}

	@Test
	void whatManyStopsLeftArrivesInItsOrder() throws Exception {
		this.server.stop();
		for (int run = 0; run < 5; run++) {
			LogbackApplication application = start("0 seconds");
			log(application, 10 * run, 10);
			application.close();
		}
		this.server.restart();
		startAndStopOnceDelivered(50);
		assertThat(messages()).containsExactlyElementsOf(numbers(0, 50));
	}

	@Test
	void theSameAppenderDeliversAfterAStartWhatItLeftAtItsStop() throws Exception {
		LogbackApplication application = start("0 seconds");
		CloudWatchAppender appender = application.appender();
		this.server.stop();
		log(application, 0, 10);
		appender.stop();
		assertNothingDropped(appender);
		this.server.restart();
		appender.start();
		log(application, 10, 10);
		await().atMost(LONG).until(() -> messages().size() == 20);
		assertThat(appender.flush(LONG).isComplete()).isTrue();
		application.close();
		assertThat(messages()).containsExactlyInAnyOrderElementsOf(numbers(0, 20));
		assertNothingDropped(appender);
		assertThat(Processes.files(this.directory)).isEmpty();
	}

	@Test
	void twoAppendersOfOneJvmShareTheDirectory() throws Exception {
		this.server.stop();
		LogbackApplication gone = start("0 seconds");
		log(gone, 0, 10);
		gone.close();
		try (LogbackApplication one = start("10 seconds"); LogbackApplication other = start("10 seconds")) {
			log(one, 10, 10);
			log(other, 20, 10);
			this.server.restart();
			await().atMost(LONG).until(() -> messages().size() >= 30);
		}
		assertThat(messages()).containsExactlyInAnyOrderElementsOf(numbers(0, 30));
		assertThat(Processes.files(this.directory)).isEmpty();
	}

	private LogbackApplication start(String shutdownTimeout) throws JoranException {
		return LogbackApplication.start(this.server, """
				<encoder><pattern>%%msg</pattern></encoder>
				<batch><maxDelay>20 milliseconds</maxDelay></batch>
				<shutdownTimeout>%s</shutdownTimeout>
				%s
				""".formatted(shutdownTimeout, Processes.spool(this.directory)));
	}

	private void startAndStopOnceDelivered(int events) throws JoranException {
		LogbackApplication application = start("10 seconds");
		await().atMost(LONG).until(() -> messages().size() == events);
		application.close();
	}

	private static void log(LogbackApplication application, int first, int events) {
		Logger logger = application.logger("numbers");
		numbers(first, events).forEach(logger::info);
	}

	private static List<String> numbers(int first, int events) {
		return IntStream.range(first, first + events).mapToObj(Integer::toString).toList();
	}

	private static void assertNothingDropped(CloudWatchAppender appender) {
		Balance balance = appender.snapshot().balance();
		assertThat(balance.isBalanced()).isTrue();
		assertThat(balance.totalDropped()).isZero();
	}

	private List<String> messages() {
		return this.server.events("test", "stream").stream().map(ReceivedEvent::message).toList();
	}

}
