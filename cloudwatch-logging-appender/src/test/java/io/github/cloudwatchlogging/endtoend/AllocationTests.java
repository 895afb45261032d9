package io.github.cloudwatchlogging.endtoend;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.sun.management.ThreadMXBean;
import io.github.cloudwatchlogging.logback.CloudWatchAppender;
import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.junit.CloudWatchLogsExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.event.KeyValuePair;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a log call costs the garbage collector, from the event to where it is kept.
 */
class AllocationTests {

	private static final int CALLS = 10_000;

	private static final int MOST_BYTES_PER_CALL = 200;

	@RegisterExtension
	static final CloudWatchLogsExtension logs = new CloudWatchLogsExtension();

	private final EmbeddedCloudWatchLogs server = logs.server();

	private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	@TempDir
	private Path temporary;

	@Test
	void aTypicalEventGoesToItsFileWithoutACopyOfItself() throws Exception {
		try (LogbackApplication application = LogbackApplication.start(this.server, """
				<spool>
					<enabled>true</enabled>
					<directory>%s</directory>
				</spool>
				""".formatted(this.temporary.resolve("spool")))) {
			CloudWatchAppender appender = application.appender();
			LoggingEvent event = typicalEvent((LoggerContext) appender.getContext());
			allocatedBy(appender, event);
			long allocated = allocatedBy(appender, event);
			assertThat(appender.flush(Duration.ofMinutes(1)).isComplete()).isTrue();
			assertThat(this.server.events()).hasSize(2 * CALLS)
				.allSatisfy((received) -> assertThat(received.message()).hasSizeGreaterThan(MOST_BYTES_PER_CALL));
			assertThat(allocated / CALLS).isLessThan(MOST_BYTES_PER_CALL);
		}
	}

	private long allocatedBy(CloudWatchAppender appender, LoggingEvent event) {
		long before = this.threads.getCurrentThreadAllocatedBytes();
		for (int call = 0; call < CALLS; call++) {
			appender.doAppend(event);
		}
		return this.threads.getCurrentThreadAllocatedBytes() - before;
	}

	private static LoggingEvent typicalEvent(LoggerContext context) {
		LoggingEvent event = new LoggingEvent("caller", context.getLogger("com.example.Shop"), Level.INFO,
				"x".repeat(200), null, null);
		event.addKeyValuePair(new KeyValuePair("user_id", "123"));
		event.addKeyValuePair(new KeyValuePair("response_time_ms", 45));
		event.prepareForDeferredProcessing();
		return event;
	}

}
