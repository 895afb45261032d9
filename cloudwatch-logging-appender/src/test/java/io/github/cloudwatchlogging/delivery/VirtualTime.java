package io.github.cloudwatchlogging.delivery;

import java.util.PriorityQueue;

/**
 * A clock that jumps from one appointment to the next. Appointments for the same moment
 * are kept in the order in which they were made. Used by one thread.
 */
final class VirtualTime {

	private final PriorityQueue<Appointment> agenda = new PriorityQueue<>();

	private long nowNanos;

	private long appointments;

	long nowNanos() {
		return this.nowNanos;
	}

	void at(long nanos, Runnable work) {
		this.agenda.add(new Appointment(nanos, this.appointments++, work));
	}

	void runUntil(long endNanos) {
		for (Appointment next = this.agenda.peek(); next != null
				&& next.nanos() <= endNanos; next = this.agenda.peek()) {
			this.agenda.remove();
			this.nowNanos = next.nanos();
			next.work().run();
		}
		this.nowNanos = endNanos;
	}

	private record Appointment(long nanos, long number, Runnable work) implements Comparable<Appointment> {

		@Override
		public int compareTo(Appointment other) {
			int byTime = Long.compare(this.nanos, other.nanos);
			return (byTime != 0) ? byTime : Long.compare(this.number, other.number);
		}

	}

}
