package io.github.cloudwatchlogging.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

import io.github.cloudwatchlogging.batch.Batch;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.lane.Lane;
import io.github.cloudwatchlogging.lane.Lanes;
import io.github.cloudwatchlogging.ledger.Settlement;

/**
 * Sends what is pending and waits for it. Thread-safe: a flush keeps its own list of
 * batches, so that several can be under way.
 */
final class Flusher {

	private static final Duration LONGEST_WAIT = Duration.ofDays(365);

	private final Lanes lanes;

	private final Dispatcher dispatcher;

	private final LongSupplier nanoClock;

	Flusher(Lanes lanes, Dispatcher dispatcher, LongSupplier nanoClock) {
		this.lanes = lanes;
		this.dispatcher = dispatcher;
		this.nanoClock = nanoClock;
	}

	FlushResult flush(Predicate<Destination> wanted, Duration timeout) {
		long startNanos = this.nanoClock.getAsLong();
		Map<Destination, List<Watched>> pending = new LinkedHashMap<>();
		List<Lane> lanes = this.lanes.all().stream().filter((lane) -> wanted.test(lane.destination())).toList();
		for (Lane lane : lanes) {
			List<Watched> batches = lane.seal()
				.stream()
				.map((batch) -> new Watched(batch, batch.settlement()))
				.toList();
			if (!batches.isEmpty()) {
				pending.computeIfAbsent(lane.destination(), (key) -> new ArrayList<>()).addAll(batches);
			}
		}
		if (!pending.isEmpty()) {
			this.dispatcher.hurry(lanes);
			this.dispatcher.progress()
				.await(() -> pending.values().stream().flatMap(List::stream).allMatch(Watched::isSettled),
						(timeout.compareTo(LONGEST_WAIT) < 0) ? timeout.toNanos() : LONGEST_WAIT.toNanos());
		}
		List<FlushResult.StreamResult> streams = new ArrayList<>();
		pending.forEach((destination, batches) -> streams.add(result(destination, batches)));
		return new FlushResult(streams, Duration.ofNanos(this.nanoClock.getAsLong() - startNanos));
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
	private record Watched(Batch batch, Settlement before) {

		boolean isSettled() {
			return this.batch.pending() == 0;
		}

	}

}
