package io.github.cloudwatchlogging.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

import io.github.cloudwatchlogging.batch.Batch;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.ledger.Settlement;

/**
 * A flush that has begun: what was pending is on its way. Whoever flushes several engines
 * begins with all of them and then waits for one after the other. Thread-safe.
 */
public final class FlushUnderWay {

	private static final Duration LONGEST_WAIT = Duration.ofDays(365);

	private final Map<Destination, List<Watched>> pending;

	private final Progress progress;

	private final LongSupplier nanoClock;

	private final long startNanos;

	FlushUnderWay(Map<Destination, List<Watched>> pending, Progress progress, LongSupplier nanoClock, long startNanos) {
		this.pending = pending;
		this.progress = progress;
		this.nanoClock = nanoClock;
		this.startNanos = startNanos;
	}

	/**
	 * Waits until what was pending is settled.
	 * @param timeout how long the flush may take, from its beginning; zero or less to
	 * look only
	 * @return what was delivered and what is left
	 */
	public FlushResult await(Duration timeout) {
		if (!this.pending.isEmpty()) {
			Duration bounded = (timeout.compareTo(LONGEST_WAIT) < 0) ? timeout : LONGEST_WAIT;
			this.progress.await(() -> this.pending.values().stream().flatMap(List::stream).allMatch(Watched::isSettled),
					bounded.toNanos() - tookNanos());
		}
		List<FlushResult.StreamResult> streams = new ArrayList<>();
		this.pending.forEach((destination, batches) -> streams.add(result(destination, batches)));
		return new FlushResult(streams, Duration.ofNanos(tookNanos()));
	}

	private long tookNanos() {
		return this.nanoClock.getAsLong() - this.startNanos;
	}

	private static FlushResult.StreamResult result(Destination destination, List<Watched> batches) {
		long delivered = 0;
		long lost = 0;
		long left = 0;
		for (Watched watched : batches) {
			Settlement settlement = watched.batch().settlement();
			long deliveredNow = settlement.delivered() - watched.before().delivered();
			delivered += deliveredNow;
			lost += settlement.count() - watched.before().count() - deliveredNow;
			left += watched.batch().count() - settlement.count();
		}
		return new FlushResult.StreamResult(destination, delivered, lost, left);
	}

	/**
	 * A batch, and what of it was settled before the flush.
	 */
	record Watched(Batch batch, Settlement before) {

		boolean isSettled() {
			return this.batch.pending() == 0;
		}

	}

}
