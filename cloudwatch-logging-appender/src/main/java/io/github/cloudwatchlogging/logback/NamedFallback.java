package io.github.cloudwatchlogging.logback;

import io.github.cloudwatchlogging.delivery.Fallback;
import io.github.cloudwatchlogging.event.Destination;
import org.jspecify.annotations.Nullable;

/**
 * A fallback that is shown destinations by the names that people know.
 */
final class NamedFallback implements Fallback {

	private final Fallback fallback;

	private final DestinationNames names;

	NamedFallback(Fallback fallback, DestinationNames names) {
		this.fallback = fallback;
		this.names = names;
	}

	@Override
	public void lost(Enum<?> cause, @Nullable Destination destination, long timestamp, byte[] buffer, int offset,
			int length) {
		Destination shown = (destination != null) ? this.names.shown(destination) : null;
		this.fallback.lost(cause, shown, timestamp, buffer, offset, length);
	}

	@Override
	public long turn(long nowNanos) {
		return this.fallback.turn(nowNanos);
	}

	@Override
	public void close(long nowNanos) {
		this.fallback.close(nowNanos);
	}

}
