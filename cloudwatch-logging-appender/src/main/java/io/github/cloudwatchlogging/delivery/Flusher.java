package io.github.cloudwatchlogging.delivery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.lane.Lane;
import io.github.cloudwatchlogging.lane.Lanes;

/**
 * Begins flushes. Thread-safe: each keeps its own list of batches, so that several can be
 * under way.
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

	/**
	 * Has all sent that is pending for some destinations, and does not wait for it.
	 */
	FlushUnderWay begin(Predicate<Destination> wanted) {
		long startNanos = this.nanoClock.getAsLong();
		Map<Destination, List<FlushUnderWay.Watched>> pending = new LinkedHashMap<>();
		List<Lane> lanes = this.lanes.all().stream().filter((lane) -> wanted.test(lane.destination())).toList();
		for (Lane lane : lanes) {
			List<FlushUnderWay.Watched> batches = lane.seal()
				.stream()
				.map((batch) -> new FlushUnderWay.Watched(batch, batch.settlement()))
				.toList();
			if (!batches.isEmpty()) {
				pending.computeIfAbsent(lane.destination(), (key) -> new ArrayList<>()).addAll(batches);
			}
		}
		if (!pending.isEmpty()) {
			this.dispatcher.hurry(lanes);
		}
		return new FlushUnderWay(pending, this.dispatcher.progress(), this.nanoClock, startNanos);
	}

}
