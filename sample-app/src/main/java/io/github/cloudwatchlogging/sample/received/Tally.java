package io.github.cloudwatchlogging.sample.received;

import java.util.Map;
import java.util.TreeMap;

import io.github.cloudwatchlogging.ledger.Balance;
import io.github.cloudwatchlogging.sample.load.LoadEvent;

/**
 * Counts events as they are read, and the numbers of each load. Not thread-safe.
 */
class Tally {

	private final Map<String, Numbers> runs = new TreeMap<>();

	private long events;

	void add(String message) {
		this.events++;
		LoadEvent event = LoadEvent.in(message);
		if (event != null) {
			this.runs.computeIfAbsent(event.run(), (run) -> new Numbers()).add(event.seq());
		}
	}

	Received toReceived(Balance ledger) {
		return Received.of(this.events,
				this.runs.entrySet().stream().map((run) -> run.getValue().toRun(run.getKey())).toList(), ledger);
	}

}
