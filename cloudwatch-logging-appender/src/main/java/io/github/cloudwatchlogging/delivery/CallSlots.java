package io.github.cloudwatchlogging.delivery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
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

	/**
	 * Returns the lanes whose calls may start now. Whoever waited longest since its last
	 * call goes first: a busy lane never keeps a quiet one from its turn.
	 */
	List<Course> choose(Collection<Course> courses, long nowNanos) {
		List<Course> due = courses.stream().filter((course) -> course.canStart(nowNanos)).toList();
		if (due.isEmpty()) {
			return due;
		}
		List<Course> underWay = courses.stream().filter(Course::isUnderWay).toList();
		long quick = underWay.stream().filter((course) -> nanosUntilSlow(course, nowNanos) > 0).count();
		long free = Math.min(this.concurrency - quick, mostCalls(this.concurrency) - underWay.size());
		long unanswered = underWay.stream().filter((course) -> !course.isAnswered()).count();
		long freeForUnanswered = mostCalls(this.concurrency) / 2 - unanswered;
		List<Course> chosen = new ArrayList<>();
		for (Course course : longestWaitingFirst(due, nowNanos)) {
			boolean allowed = course.isAnswered() || freeForUnanswered > 0;
			if (allowed && chosen.size() < free) {
				chosen.add(course);
				freeForUnanswered -= course.isAnswered() ? 0 : 1;
			}
		}
		return chosen;
	}

	private static List<Course> longestWaitingFirst(List<Course> due, long nowNanos) {
		return due.stream().sorted(Comparator.comparingLong((course) -> course.startedNanos() - nowNanos)).toList();
	}

	/**
	 * Returns how long it takes at most until a call that is under way gives up its slot.
	 */
	long nanosUntilSlotIsFree(Collection<Course> courses, long nowNanos) {
		return courses.stream()
			.filter(Course::isUnderWay)
			.mapToLong((course) -> nanosUntilSlow(course, nowNanos))
			.filter((nanos) -> nanos > 0)
			.min()
			.orElse(Long.MAX_VALUE);
	}

	private long nanosUntilSlow(Course course, long nowNanos) {
		return this.slowNanos - (nowNanos - course.startedNanos());
	}

}
