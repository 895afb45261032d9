package io.github.cloudwatchlogging.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What a benchmark took of its thread's CPU in one iteration.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class CpuTime {

	private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

	/**
	 * The time on the CPU in nanoseconds.
	 */
	public long cpuNanos;

	@Setup(Level.Iteration)
	public void reset() {
		this.cpuNanos = 0;
	}

	void measure(Runnable work) {
		long before = THREADS.getCurrentThreadCpuTime();
		work.run();
		this.cpuNanos += THREADS.getCurrentThreadCpuTime() - before;
	}

}
