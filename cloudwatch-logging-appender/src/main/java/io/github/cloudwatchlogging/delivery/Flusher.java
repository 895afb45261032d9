package io.github.cloudwatchlogging.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

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

	private final Lanes lanes;

	private final Dispatcher dispatcher;

	private final LongSupplier nanoClock;

	Flusher(Lanes lanes, Dispatcher dispatcher, LongSupplier nanoClock) {
		this.lanes = lanes;
		this.dispatcher = dispatcher;
		this.nanoClock = nanoClock;
	}

	FlushResult flush(Duration timeout) {
		long startNanos = this.nanoClock.getAsLong();
		Map<Destination, List<Batch>> pending = new LinkedHashMap<>();
		for (Lane lane : this.lanes.all()) {
			List<Batch> batches = lane.seal();
			if (!batches.isEmpty()) {
				pending.put(lane.destination(), batches);
			}
		}
		if (!pending.isEmpty()) {
			this.dispatcher.hurry();
			this.dispatcher.progress()
				.await(() -> pending.values().stream().flatMap(List::stream).allMatch(Flusher::isSettled),
						timeout.toNanos());
		}
		List<FlushResult.StreamResult> streams = new ArrayList<>();
		pending.forEach((destination, batches) -> streams.add(result(destination, batches)));
		return new FlushResult(streams, Duration.ofNanos(this.nanoClock.getAsLong() - startNanos));
	}

	private static boolean isSettled(Batch batch) {
		return batch.settlement() != null;
	}

	private static FlushResult.StreamResult result(Destination destination, List<Batch> batches) {
		long delivered = 0;
		long lost = 0;
		long left = 0;
		for (Batch batch : batches) {
			Settlement settlement = batch.settlement();
			if (settlement == null) {
				left += batch.count();
			}
			else {
				delivered += settlement.delivered();
				lost += settlement.count() - settlement.delivered();
			}
		}
		return new FlushResult.StreamResult(destination, delivered, lost, left);
	}

}
