package io.github.cloudwatchlogging.delivery;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What an engine went through lately.
 *
 * @param startedAt when it began
 * @param lastDelivered when the service last took events, or {@code null} if it never did
 * @param lastLoss when an event was last rejected or dropped, or {@code null} if none was
 * @param recentFailures the last failures, newest first; repetitions of one are left out
 */
public record HistorySnapshot(Instant startedAt, @Nullable Instant lastDelivered, @Nullable Instant lastLoss,
		List<Failure> recentFailures) {

	/**
	 * The history of an engine that never ran.
	 */
	public static final HistorySnapshot NONE = new HistorySnapshot(Instant.EPOCH, null, null, List.of());

	public HistorySnapshot {
		recentFailures = List.copyOf(recentFailures);
	}

	/**
	 * Returns this history with that of another engine, which runs beside this one.
	 * @param other its history
	 * @return what both went through
	 */
	HistorySnapshot plus(HistorySnapshot other) {
		return new HistorySnapshot(this.startedAt.isBefore(other.startedAt) ? this.startedAt : other.startedAt,
				later(this.lastDelivered, other.lastDelivered), later(this.lastLoss, other.lastLoss),
				Stream.concat(this.recentFailures.stream(), other.recentFailures.stream())
					.sorted(Comparator.comparing(Failure::time).reversed())
					.toList());
	}

	static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
		return (one == null || (other != null && other.isAfter(one))) ? other : one;
	}

}
