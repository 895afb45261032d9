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

	private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private final Events events = new Events();

	private final JsonEventEncoder encoder = new JsonEventEncoder();

	private long seen;

	@Test
	void aTypicalEventAllocatesNextToNothing() {
		LoggingEvent event = typicalEvent();
		EncodedEvent target = (bytes, length) -> {
			this.seen += length;
			return true;
		};
		long warmUp = allocatedBy(event, target);
		long allocated = allocatedBy(event, target);
		assertThat(warmUp).isNotNegative();
		assertThat(allocated / ROUNDS).isLessThan(MOST_BYTES_PER_EVENT);
		assertThat(this.seen).isEqualTo(2L * ROUNDS * this.encoder.encode(event).length);
	}

	private long allocatedBy(LoggingEvent event, EncodedEvent target) {
		long before = this.threads.getCurrentThreadAllocatedBytes();
		for (int round = 0; round < ROUNDS; round++) {
			this.encoder.encode(event, target);
		}
		return this.threads.getCurrentThreadAllocatedBytes() - before;
	}

	private LoggingEvent typicalEvent() {
		for (String key : new String[] { "traceId", "spanId", "tenant", "requestId", "path" }) {
			this.events.mdc(key, "value of " + key);
		}
		LoggingEvent event = this.events.event("x".repeat(200), null);
		event.addKeyValuePair(new KeyValuePair("user_id", "123"));
		event.addKeyValuePair(new KeyValuePair("response_time_ms", 45));
		event.prepareForDeferredProcessing();
		return event;
	}

}
