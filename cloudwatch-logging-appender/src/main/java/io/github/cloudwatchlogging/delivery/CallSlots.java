package io.github.cloudwatchlogging.delivery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Whose call may start. A call that takes long gives its slot to others, so that lanes
 * whose calls hang do not hold those whose calls are answered; and lanes that have not
 * been answered lately hold at most half of all threads. Used by the dispatcher's thread
 * only.
 */
final class CallSlots {

	private static final int THREADS_FOR_EACH_SLOT = 4;

	private final int concurrency;

	private final long slowNanos;

	private final List<CallUnderWay> underWay = new ArrayList<>();

	CallSlots(int concurrency, long slowNanos) {
		this.concurrency = concurrency;
		this.slowNanos = slowNanos;
	}

	/**
	 * Returns how many calls can be under way at once, slow ones included.
	 */
	static int mostCalls(int concurrency) {
		return concurrency * THREADS_FOR_EACH_SLOT;
	}

	void started(CallUnderWay call) {
		this.underWay.add(call);
	}

	void ended(CallUnderWay call) {
		this.underWay.remove(call);
	}

	/**
	 * Returns the lanes that may start a call now, one each. Whoever waited longest since
	 * its last call goes first: a busy lane never keeps a quiet one from its turn.
	 */
	List<Course> choose(Collection<Course> courses, long nowNanos) {
		List<Course> due = new ArrayList<>();
		for (Course course : courses) {
			if (course.canStart(nowNanos)) {
				due.add(course);
			}
		}
		if (due.isEmpty()) {
			return due;
		}
		due.sort((one, other) -> Long.compare(one.startedNanos() - nowNanos, other.startedNanos() - nowNanos));
		int free = freeSlots(nowNanos);
		int freeForUnanswered = mostCalls(this.concurrency) / 2 - unanswered();
		List<Course> chosen = new ArrayList<>();
		for (Course course : due) {
			boolean allowed = course.isAnswered() || freeForUnanswered > 0;
			if (allowed && chosen.size() < free) {
				chosen.add(course);
				freeForUnanswered -= course.isAnswered() ? 0 : 1;
			}
		}
		return chosen;
	}

	private int freeSlots(long nowNanos) {
		int quick = 0;
		for (CallUnderWay call : this.underWay) {
			quick += (nanosUntilSlow(call, nowNanos) > 0) ? 1 : 0;
		}
		return Math.min(this.concurrency - quick, mostCalls(this.concurrency) - this.underWay.size());
	}

	private int unanswered() {
		int unanswered = 0;
		for (CallUnderWay call : this.underWay) {
			unanswered += call.course().isAnswered() ? 0 : 1;
		}
		return unanswered;
	}

	/**
	 * Returns how long it takes at most until a call that is under way gives up its slot.
	 */
	long nanosUntilSlotIsFree(long nowNanos) {
		long least = Long.MAX_VALUE;
		for (CallUnderWay call : this.underWay) {
			long nanos = nanosUntilSlow(call, nowNanos);
			if (nanos > 0) {
				least = Math.min(least, nanos);
			}
		}
		return least;
	}

	private long nanosUntilSlow(CallUnderWay call, long nowNanos) {
		return this.slowNanos - (nowNanos - call.startedNanos());
	}

}
