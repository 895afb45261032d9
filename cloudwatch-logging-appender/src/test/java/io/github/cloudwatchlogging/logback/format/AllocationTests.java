package io.github.cloudwatchlogging.logback.format;

import java.lang.management.ManagementFactory;

import ch.qos.logback.classic.spi.LoggingEvent;
import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What encoding costs the garbage collector.
 */
class AllocationTests {

	private static final int ROUNDS = 20_000;

	private static final int MOST_BYTES_PER_EVENT = 200;

	private static final int MESSAGE_LENGTH = 200;

	private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private final Events events = new Events();

	private long seen;

	@Test
	void aTypicalEventAllocatesNextToNothingAsJson() {
		assertThat(bytesPerEvent(new JsonEventEncoder())).isLessThan(MOST_BYTES_PER_EVENT);
	}

	@Test
	void aTypicalEventAllocatesOneCopyOfItsMessageAsText() {
		TextEventEncoder encoder = new TextEventEncoder(EventFormat.DEFAULT_PATTERN);
		encoder.setContext(this.events.context());
		encoder.start();
		assertThat(bytesPerEvent(encoder)).isBetween((long) MESSAGE_LENGTH,
				(long) MESSAGE_LENGTH + MOST_BYTES_PER_EVENT);
	}

	private long bytesPerEvent(EventEncoder encoder) {
		LoggingEvent event = typicalEvent();
		long warmUp = allocatedBy(encoder, event);
		long allocated = allocatedBy(encoder, event);
		assertThat(warmUp).isNotNegative();
		assertThat(this.seen).isEqualTo(2L * ROUNDS * encoder.encode(event).length);
		return allocated / ROUNDS;
	}

	private long allocatedBy(EventEncoder encoder, LoggingEvent event) {
		EncodedEvent target = (bytes, length) -> {
			this.seen += length;
			return true;
		};
		long before = this.threads.getCurrentThreadAllocatedBytes();
		for (int round = 0; round < ROUNDS; round++) {
			encoder.encode(event, target);
		}
		return this.threads.getCurrentThreadAllocatedBytes() - before;
	}

	private LoggingEvent typicalEvent() {
		for (String key : new String[] { "traceId", "spanId", "tenant", "requestId", "path" }) {
			this.events.mdc(key, "value of " + key);
		}
		LoggingEvent event = this.events.event("x".repeat(MESSAGE_LENGTH), null);
		event.addKeyValuePair(new KeyValuePair("user_id", "123"));
		event.addKeyValuePair(new KeyValuePair("response_time_ms", 45));
		event.prepareForDeferredProcessing();
		return event;
	}

}
