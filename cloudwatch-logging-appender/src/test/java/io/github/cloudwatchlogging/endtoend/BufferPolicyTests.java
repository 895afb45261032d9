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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.Logger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * More events than the buffer holds, while the server is down.
 */
class BufferPolicyTests {

	private static final String PADDING = "x".repeat(1000);

	private static final int EVENTS = 5000;

	@RegisterExtension
	static final CloudWatchLogsExtension logs = new CloudWatchLogsExtension();

	private final EmbeddedCloudWatchLogs server = logs.server();

	private @Nullable LogbackApplication application;

	@AfterEach
	void stop() {
		if (this.application != null) {
			this.application.close();
		}
	}

	@Test
	void dropNewestKeepsTheFirstEvents() throws Exception {
		LogbackApplication started = startWithServerDown("drop-newest", "1 second");
		log(started.logger("a"));
		List<Integer> delivered = deliverNow(started);
		assertThat(delivered).startsWith(0, 1, 2).isSorted().doesNotContain(EVENTS - 1);
		assertDropped(started, EVENTS - delivered.size());
	}

	@Test
	void dropOldestKeepsTheLastEvents() throws Exception {
		LogbackApplication started = startWithServerDown("drop-oldest", "1 second");
		log(started.logger("a"));
		List<Integer> delivered = deliverNow(started);
		assertThat(delivered).endsWith(EVENTS - 2, EVENTS - 1).isSorted();
		assertDropped(started, EVENTS - delivered.size());
	}

	@Test
	void blockWaitsForRoomAndLosesNothing() throws Exception {
		LogbackApplication started = startWithServerDown("block", "1 minute");
		Thread caller = new Thread(() -> log(started.logger("a")));
		caller.start();
		await().until(() -> caller.getState() == Thread.State.TIMED_WAITING);
		this.server.restart();
		caller.join();
		assertThat(deliverNow(started)).hasSize(EVENTS).isSorted();
		assertThat(started.appender().snapshot().balance().totalDropped()).isZero();
	}

	@Test
	void blockGivesUpAfterItsTimeoutAndCounts() throws Exception {
		LogbackApplication started = startWithServerDown("block", "10 milliseconds");
		IntStream.range(0, 2200).forEach((number) -> started.logger("a").warn("{} {}", number, PADDING));
		List<Integer> delivered = deliverNow(started);
		assertThat(delivered).startsWith(0, 1, 2);
		assertDropped(started, 2200 - delivered.size());
	}

	@Test
	void warningsFindRoomThatDebugEventsDoNot() throws Exception {
		LogbackApplication started = startWithServerDown("drop-newest", "1 second");
		Logger logger = started.logger("a");
		IntStream.range(0, 3000).forEach((number) -> logger.debug("{} {}", number, PADDING));
		IntStream.range(3000, 3010).forEach((number) -> logger.warn("{} {}", number, PADDING));
		List<Integer> delivered = deliverNow(started);
		assertThat(delivered).containsAll(IntStream.range(3000, 3010).boxed().toList());
		assertDropped(started, 3010 - delivered.size());
	}

	private LogbackApplication startWithServerDown(String whenFull, String blockTimeout) throws Exception {
		this.server.stop();
		this.application = LogbackApplication.start(this.server, """
				<buffer>
					<maxSize>2MB</maxSize>
					<whenFull>%s</whenFull>
					<blockTimeout>%s</blockTimeout>
					<lowLevelThreshold>0.5</lowLevelThreshold>
				</buffer>
				<batch><maxSize>100KB</maxSize><maxDelay>100 milliseconds</maxDelay></batch>
				<encoder><pattern>%%msg</pattern></encoder>
				""".formatted(whenFull, blockTimeout));
		return this.application;
	}

	private static void log(Logger logger) {
		IntStream.range(0, EVENTS).forEach((number) -> logger.warn("{} {}", number, PADDING));
	}

	private List<Integer> deliverNow(LogbackApplication started) {
		if (!this.server.isRunning()) {
			this.server.restart();
		}
		assertThat(started.appender().flush(Duration.ofSeconds(30)).isComplete()).isTrue();
		return this.server.events("test", "stream")
			.stream()
			.map(ReceivedEvent::message)
			.map((message) -> Integer.valueOf(message.substring(0, message.indexOf(' '))))
			.toList();
	}

	private static void assertDropped(LogbackApplication started, long expected) {
		CloudWatchAppender appender = started.appender();
		Balance balance = appender.snapshot().balance();
		assertThat(expected).isPositive();
		assertThat(balance.dropped(DropCause.BUFFER_FULL)).isEqualTo(expected);
		assertThat(balance.isBalanced()).isTrue();
	}

}
