package io.github.cloudwatchlogging.sample.load;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAccumulator;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One load while it is logged. Any number of threads may take part.
 */
class LoadRun {

	private static final Logger logger = LoggerFactory.getLogger(LoadRun.class);

	private final String name = LoadEvent.newRun();

	private final long startNanos = System.nanoTime();

	private final AtomicInteger nextSeq = new AtomicInteger();

	private final LongAccumulator longestCallNanos = new LongAccumulator(Math::max, 0);

	private final Load load;

	LoadRun(Load load) {
		this.load = load;
	}

	/**
	 * Logs one event after the other until none is left.
	 */
	void takePart() throws InterruptedException {
		for (int seq = next(); seq < this.load.events(); seq = next()) {
			waitUntilDue(seq);
			long before = System.nanoTime();
			logger.info(LoadEvent.PATTERN, seq, this.name);
			this.longestCallNanos.accumulate(System.nanoTime() - before);
		}
	}

	private int next() {
		return this.nextSeq.getAndIncrement();
	}

	private void waitUntilDue(int seq) throws InterruptedException {
		long left = this.load.nanosFromStart(seq) - (System.nanoTime() - this.startNanos);
		if (left > 0) {
			TimeUnit.NANOSECONDS.sleep(left);
		}
	}

	/**
	 * Returns what became of the load, once every thread has taken its part.
	 */
	LoadReport report() {
		return new LoadReport(this.name, this.load.events(),
				TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - this.startNanos),
				TimeUnit.NANOSECONDS.toMicros(this.longestCallNanos.get()));
	}

}
