package io.github.cloudwatchlogging.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.slf4j.Logger;

/**
 * The log calls of one thread, one after the other, and what they took of its CPU.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class Burst {

	static final int CALLS = 10_000;

	private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

	/**
	 * The time on the CPU, in nanoseconds, of all calls of the iteration.
	 */
	public long cpuNanos;

	@Setup(Level.Iteration)
	public void reset() {
		this.cpuNanos = 0;
	}

	void run(Logger logger) {
		long before = THREADS.getCurrentThreadCpuTime();
		for (int order = 0; order < CALLS; order++) {
			logger.info("Order {} of customer {} was priced, reserved and handed over to the warehouse in Leipzig,"
					+ " to be packed today", order, 4711);
		}
		this.cpuNanos += THREADS.getCurrentThreadCpuTime() - before;
	}

}
