package io.github.cloudwatchlogging.delivery;

import java.util.concurrent.atomic.AtomicInteger;

import io.github.cloudwatchlogging.event.Destination;
import org.jspecify.annotations.Nullable;

/**
 * Throws whatever it is asked.
 */
final class FailingFallback implements Fallback {

	private final AtomicInteger turns = new AtomicInteger();

	private final AtomicInteger closed = new AtomicInteger();

	@Override
	public void lost(Enum<?> cause, @Nullable Destination destination, long timestamp, byte[] buffer, int offset,
			int length) {
		throw new AssertionError("broken");
	}

	@Override
	public long turn(long nowNanos) {
		this.turns.incrementAndGet();
		throw new AssertionError("broken");
	}

	@Override
	public void close(long nowNanos) {
		this.closed.incrementAndGet();
		throw new AssertionError("broken");
	}

	int turns() {
		return this.turns.get();
	}

	int closings() {
		return this.closed.get();
	}

}
