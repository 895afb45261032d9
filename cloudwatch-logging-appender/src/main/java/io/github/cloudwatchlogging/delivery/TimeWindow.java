package io.github.cloudwatchlogging.delivery;

import java.time.InstantSource;

import io.github.cloudwatchlogging.event.ServiceLimits;
import io.github.cloudwatchlogging.ledger.DropCause;
import org.jspecify.annotations.Nullable;

/**
 * Holds back events whose time the service would not take, by our clock: a call that
 * carries them spends bandwidth on what is left out. Times are never rewritten.
 * Thread-safe.
 */
final class TimeWindow {

	private static final long MAX_AGE_MILLIS = ServiceLimits.MAX_EVENT_AGE.toMillis();

	private static final long MAX_LEAD_MILLIS = ServiceLimits.MAX_EVENT_LEAD.toMillis();

	private final InstantSource clock;

	TimeWindow(InstantSource clock) {
		this.clock = clock;
	}

	/**
	 * Returns why an event of that time cannot be delivered, or {@code null} if it can.
	 */
	@Nullable DropCause refusal(long timestamp) {
		long now = this.clock.millis();
		if (timestamp < oldest(now)) {
			return DropCause.TOO_OLD;
		}
		return (timestamp > now + MAX_LEAD_MILLIS) ? DropCause.TOO_NEW : null;
	}

	/**
	 * Returns the oldest time that the service takes.
	 */
	long oldestMillis() {
		return oldest(this.clock.millis());
	}

	private static long oldest(long nowMillis) {
		return Math.max(0, nowMillis - MAX_AGE_MILLIS);
	}

}
