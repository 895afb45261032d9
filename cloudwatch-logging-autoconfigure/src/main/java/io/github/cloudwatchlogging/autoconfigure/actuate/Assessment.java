package io.github.cloudwatchlogging.autoconfigure.actuate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.github.cloudwatchlogging.delivery.DeliverySnapshot;
import io.github.cloudwatchlogging.delivery.Trouble;
import io.github.cloudwatchlogging.logback.AppenderSettings;

/**
 * How the delivery does, and why that is so.
 *
 * @param condition how it does
 * @param reasons what is wrong, worst first; empty if nothing is
 */
record Assessment(Condition condition, List<String> reasons) {

	/**
	 * Assesses a delivery.
	 * @param appenders what the appenders do; the worst of them counts
	 * @param properties what is too long
	 * @param now the time of their snapshots
	 */
	static Assessment of(List<AppenderStatus> appenders, CloudWatchLogsHealthProperties properties, Instant now) {
		List<Finding> findings = appenders.stream()
			.flatMap((appender) -> findings(appender, properties, now).stream()
				.map((finding) -> finding.about(appender.name())))
			.sorted(Comparator.comparing(Finding::condition).reversed())
			.toList();
		return new Assessment(findings.isEmpty() ? Condition.WORKING : findings.get(0).condition(),
				findings.stream().map(Finding::reason).distinct().toList());
	}

	private static List<Finding> findings(AppenderStatus appender, CloudWatchLogsHealthProperties properties,
			Instant now) {
		List<Finding> findings = new ArrayList<>();
		DeliverySnapshot snapshot = appender.snapshot();
		AppenderSettings settings = appender.settings();
		if (settings == null) {
			findings.add(new Finding(Condition.DOWN, "the appender is stopped"));
		}
		else if (isStalled(snapshot, properties.stalledAfter(), settings.delivery().batch().maxDelay(), now)) {
			findings.add(new Finding(Condition.DOWN,
					"events are pending and none was delivered for " + properties.stalledAfter()));
		}
		snapshot.streams().forEach((stream) -> {
			Trouble trouble = stream.trouble();
			if (trouble != null && stream.isFailing()) {
				// What only somebody's intervention cures is no state to wait in.
				findings.add(new Finding(trouble.kind().isSlow() ? Condition.DOWN : Condition.DEGRADED,
						"cannot deliver: " + Names.of(trouble.kind()) + " (" + trouble.code() + ")"));
			}
		});
		if (snapshot.spool() != null && snapshot.spool().failing()) {
			findings.add(new Finding(Condition.DEGRADED, "the spool takes no files, events are kept in memory"));
		}
		Instant lastLoss = snapshot.history().lastLoss();
		if (lastLoss != null && lastLoss.plus(properties.lossWindow()).isAfter(now)) {
			findings.add(new Finding(Condition.DEGRADED, "events were lost lately"));
		}
		return findings;
	}

	private static boolean isStalled(DeliverySnapshot snapshot, Duration stalledAfter, Duration maxDelay, Instant now) {
		Duration overdue = snapshot.streams()
			.stream()
			.map((stream) -> stream.oldestPendingAge().minus(maxDelay))
			.max(Comparator.naturalOrder())
			.orElse(Duration.ZERO);
		Instant lastDelivered = snapshot.history().lastDelivered();
		Instant since = (lastDelivered != null) ? lastDelivered : snapshot.history().startedAt();
		return overdue.compareTo(stalledAfter) > 0 && since.plus(stalledAfter).isBefore(now);
	}

	/**
	 * How a delivery does, best first.
	 */
	enum Condition {

		/**
		 * Events arrive.
		 */
		WORKING,

		/**
		 * Some do not, and that may end by itself.
		 */
		DEGRADED,

		/**
		 * None do, or somebody has to intervene.
		 */
		DOWN

	}

	private record Finding(Condition condition, String reason) {

		Finding about(String appender) {
			return appender.isEmpty() ? this : new Finding(this.condition, appender + ": " + this.reason);
		}

	}

}
