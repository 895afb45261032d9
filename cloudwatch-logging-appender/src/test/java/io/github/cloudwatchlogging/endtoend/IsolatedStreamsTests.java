package io.github.cloudwatchlogging.endtoend;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.junit.CloudWatchLogsExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Streams in trouble beside one that is well.
 */
class IsolatedStreamsTests {

	private static final String OPTIONS = """
			<stream>{mdc:stream}</stream>
			<concurrency>2</concurrency>
			<batch><maxDelay>50 milliseconds</maxDelay></batch>
			<shutdownTimeout>0 seconds</shutdownTimeout>
			<encoder><pattern>%msg</pattern></encoder>
			""";

	private static final int SICK_STREAMS = 20;

	@RegisterExtension
	static final CloudWatchLogsExtension logs = new CloudWatchLogsExtension();

	private final EmbeddedCloudWatchLogs server = logs.server();

	@BeforeEach
	void createStreams() {
		this.server.createLogGroup("test");
		this.server.createLogStream("test", "healthy");
		IntStream.range(0, SICK_STREAMS).forEach((stream) -> this.server.createLogStream("test", "sick-" + stream));
	}

	@Test
	void twentyThatHangDoNotHoldOneThatIsWell() throws Exception {
		forEachSickStream(
				(stream) -> this.server.faults().on("PutLogEvents").forStream("test", stream).always().hang());
		assertThatHealthyStreamDelivers();
	}

	@Test
	void twentyThatAreThrottledDoNotHoldOneThatIsWell() throws Exception {
		forEachSickStream(
				(stream) -> this.server.faults().on("PutLogEvents").forStream("test", stream).always().throttle());
		assertThatHealthyStreamDelivers();
	}

	@Test
	void twentyThatAreDeniedDoNotHoldOneThatIsWell() throws Exception {
		forEachSickStream(
				(stream) -> this.server.faults().on("PutLogEvents").forStream("test", stream).always().deny());
		assertThatHealthyStreamDelivers();
	}

	private static void forEachSickStream(Consumer<String> fault) {
		IntStream.range(0, SICK_STREAMS).mapToObj((stream) -> "sick-" + stream).forEach(fault);
	}

	private void assertThatHealthyStreamDelivers() throws Exception {
		try (LogbackApplication application = LogbackApplication.start(this.server, OPTIONS)) {
			log(application, "healthy", "first");
			await().until(() -> this.server.events("test", "healthy").size() == 1);
			forEachSickStream((stream) -> log(application, stream, "one"));
			for (int round = 0; round < 5; round++) {
				int expected = round + 2;
				log(application, "healthy", "round " + round);
				await().until(() -> this.server.events("test", "healthy").size() == expected);
			}
			assertThat(application.appender().snapshot().balance().pending()).isEqualTo(SICK_STREAMS);
		}
	}

	private static void log(LogbackApplication application, String stream, String message) {
		application.mdc().put("stream", stream);
		application.logger("a").info(message);
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "virtual threads came with JDK 21")
	void virtualThreadsThatWaitForRoomHoldNoCarrier() throws Exception {
		this.server.faults().onAny().always().hang();
		String options = """
				<buffer>
					<maxSize>2MB</maxSize>
					<whenFull>block</whenFull>
					<blockTimeout>1 minute</blockTimeout>
				</buffer>
				<encoder><pattern>%msg</pattern></encoder>
				""";
		try (LogbackApplication application = LogbackApplication.start(this.server, options)) {
			ExecutorService callers = (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor")
				.invoke(null);
			IntStream.range(0, 500)
				.forEach((caller) -> callers.execute(() -> application.logger("a").warn("x".repeat(10_000))));
			await().until(() -> application.appender().snapshot().bufferUsedBytes() > 1_000_000);
			assertThat(callers.submit(() -> "not starved").get(10, TimeUnit.SECONDS)).isEqualTo("not starved");
			this.server.faults().heal();
			callers.shutdown();
			assertThat(callers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
		}
		assertThat(this.server.eventCount()).isEqualTo(500);
	}

}
