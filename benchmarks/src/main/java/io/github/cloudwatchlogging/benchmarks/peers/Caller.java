package io.github.cloudwatchlogging.benchmarks.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

import org.slf4j.Logger;

/**
 * One thread of a process that logs.
 */
final class Caller extends Thread {

	// With the pattern's other parts about 200 bytes.
	private static final String MESSAGE = "Order {} of customer {} was priced, reserved and handed over to the"
			+ " warehouse in Leipzig, to be packed today";

	private static final Path SCHEDULER = Path.of("/proc/thread-self/schedstat");

	private final Logger logger;

	private final Workload workload;

	private final CallTimes times = new CallTimes();

	private long cpuNanos;

	Caller(Logger logger, Workload workload, int number) {
		super("caller-" + number);
		this.logger = logger;
		this.workload = workload;
	}

	@Override
	public void run() {
		long cpuBefore = cpuNow();
		long start = System.nanoTime();
		int burst = this.workload.burst();
		for (int done = 0; done < this.workload.calls(); done += burst) {
			waitUntil(start + done / burst * this.workload.period().toNanos());
			log(done, Math.min(this.workload.calls(), done + burst));
		}
		this.cpuNanos = cpuNow() - cpuBefore;
	}

	private void log(int from, int to) {
		long before = System.nanoTime();
		for (int order = from; order < to; order++) {
			this.logger.info(MESSAGE, order, 4711);
			long after = System.nanoTime();
			this.times.add(after - before);
			before = after;
		}
	}

	private static void waitUntil(long nanoTime) {
		long left = nanoTime - System.nanoTime();
		while (left > 0) {
			LockSupport.parkNanos(left);
			left = nanoTime - System.nanoTime();
		}
	}

	private static long cpuNow() {
		try {
			String nanos = Files.readString(SCHEDULER);
			return Long.parseLong(nanos.substring(0, nanos.indexOf(' ')));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Returns its time on the CPU, pauses included. To be asked when it has ended.
	 */
	long cpuNanos() {
		return this.cpuNanos;
	}

	/**
	 * Returns what its calls took. To be asked when it has ended.
	 */
	CallTimes times() {
		return this.times;
	}

}
