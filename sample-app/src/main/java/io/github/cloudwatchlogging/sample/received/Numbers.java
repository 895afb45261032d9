package io.github.cloudwatchlogging.sample.received;

import java.util.BitSet;

/**
 * The numbers of one load, a bit for each. Not thread-safe.
 */
class Numbers {

	private final BitSet seen = new BitSet();

	private long duplicates;

	void add(int seq) {
		if (this.seen.get(seq)) {
			this.duplicates++;
		}
		this.seen.set(seq);
	}

	Received.Run toRun(String run) {
		return new Received.Run(run, this.seen.cardinality(), this.duplicates);
	}

}
