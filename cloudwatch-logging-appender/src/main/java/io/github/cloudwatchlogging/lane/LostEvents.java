package io.github.cloudwatchlogging.lane;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.github.cloudwatchlogging.batch.BatchSlice;
import io.github.cloudwatchlogging.batch.UnreadableBatchException;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.ledger.LossObserver;
import io.github.cloudwatchlogging.ledger.RejectCause;
import io.github.cloudwatchlogging.ledger.Settlement;
import org.jspecify.annotations.Nullable;

/**
 * Shows an observer which events of a batch were lost.
 */
final class LostEvents {

	private LostEvents() {
	}

	/**
	 * Shows the lost events of a slice that was settled. Its bytes stay readable. Where
	 * some of it were dropped and some were not, the settlement does not say which, and
	 * none is shown.
	 */
	static void show(Destination destination, BatchSlice slice, Settlement settlement, LossObserver observer) {
		List<@Nullable Enum<?>> causes = (observer != LossObserver.NONE) ? causes(settlement) : List.of();
		if (causes.isEmpty()) {
			return;
		}
		try {
			show(destination, slice, causes, observer);
		}
		catch (UnreadableBatchException ex) {
			// What cannot be read cannot be shown; it is counted all the same.
			return;
		}
	}

	private static void show(Destination destination, BatchSlice slice, List<@Nullable Enum<?>> causes,
			LossObserver observer) {
		int[] next = new int[1];
		slice.forEach((timestamp, buffer, offset, length) -> {
			Enum<?> cause = causes.get(next[0]++);
			if (cause != null) {
				observer.lost(cause, destination, timestamp, buffer, offset, length);
			}
		});
	}

	/**
	 * Returns one entry for each event in the order of the slice, {@code null} for a
	 * delivered one; empty where there is nothing to show. The service leaves out the
	 * oldest and the newest.
	 */
	private static List<@Nullable Enum<?>> causes(Settlement settlement) {
		List<@Nullable Enum<?>> causes = new ArrayList<>();
		if (settlement.dropped().isEmpty() && !settlement.rejected().isEmpty()) {
			add(causes, RejectCause.TOO_OLD, settlement.rejected().getOrDefault(RejectCause.TOO_OLD, 0L));
			add(causes, RejectCause.EXPIRED, settlement.rejected().getOrDefault(RejectCause.EXPIRED, 0L));
			add(causes, null, settlement.delivered());
			add(causes, RejectCause.TOO_NEW, settlement.rejected().getOrDefault(RejectCause.TOO_NEW, 0L));
		}
		settlement.dropped().forEach((cause, count) -> {
			if (count == settlement.count()) {
				add(causes, cause, count);
			}
		});
		return causes;
	}

	private static void add(List<@Nullable Enum<?>> causes, @Nullable Enum<?> cause, long count) {
		causes.addAll(Collections.nCopies((int) count, cause));
	}

}
