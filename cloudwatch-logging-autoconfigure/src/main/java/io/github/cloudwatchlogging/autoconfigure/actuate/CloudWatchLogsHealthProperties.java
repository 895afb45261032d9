package io.github.cloudwatchlogging.autoconfigure.actuate;

import java.time.Duration;

import io.github.cloudwatchlogging.settings.InvalidSettingException;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the health of the delivery.
 *
 * @param stalledAfter How long nothing may be delivered, though events are pending that
 * are due, until health is DOWN.
 * @param lossWindow How long health stays DEGRADED after an event was dropped or
 * rejected.
 */
@ConfigurationProperties("cloudwatch.logs.health")
record CloudWatchLogsHealthProperties(@DefaultValue("5m") Duration stalledAfter,
		@DefaultValue("10m") Duration lossWindow) {

	private static final Duration LEAST = Duration.ofMillis(100);

	private static final Duration MOST = Duration.ofDays(1);

	/**
	 * Returns itself. Not checked when it is bound, because the failure of a binding is
	 * explained by others.
	 * @throws InvalidSettingException if a value is out of its range
	 */
	CloudWatchLogsHealthProperties checked() {
		check("health.stalled-after", this.stalledAfter, LEAST);
		check("health.loss-window", this.lossWindow, Duration.ZERO);
		return this;
	}

	private static void check(String setting, Duration value, Duration least) {
		if (value.compareTo(least) < 0 || value.compareTo(MOST) > 0) {
			throw new InvalidSettingException(setting, value,
					"It must lie between " + least.toMillis() + " ms and one day.", "Choose a value in that range.");
		}
	}

}
