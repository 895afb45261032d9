package io.github.cloudwatchlogging.delivery;

import io.github.cloudwatchlogging.event.Destination;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what a fallback throws from the engine: it is shown events by log calls, and
 * between the settlement of a batch and the step to the next.
 */
final class GuardedFallback implements Fallback {

	private final Fallback fallback;

	private final DeliveryListener listener;

	GuardedFallback(Fallback fallback, DeliveryListener listener) {
		this.fallback = fallback;
		this.listener = listener;
	}

	@Override
	public void lost(Enum<?> cause, @Nullable Destination destination, long timestamp, byte[] buffer, int offset,
			int length) {
		try {
			this.fallback.lost(cause, destination, timestamp, buffer, offset, length);
		}
		catch (Throwable ex) {
			this.listener.defect(ex);
		}
	}

	@Override
	public long turn(long nowNanos) {
		return this.fallback.turn(nowNanos);
	}

	@Override
	public void close(long nowNanos) {
		try {
			this.fallback.close(nowNanos);
		}
		catch (Throwable ex) {
			this.listener.defect(ex);
		}
	}

}
