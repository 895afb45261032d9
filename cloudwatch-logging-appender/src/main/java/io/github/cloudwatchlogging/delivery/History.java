package io.github.cloudwatchlogging.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Remembers when events were delivered and what failed lately, for whoever looks at the
 * engine from outside. Written by the dispatcher's thread only, read by any.
 */
final class History {

	static final int MOST_FAILURES = 20;

	private final InstantSource clock;

	private final Instant startedAt;

	private final Deque<Failure> failures = new ArrayDeque<>();

	private volatile @Nullable Instant lastDelivered;

	History(InstantSource clock) {
		this.clock = clock;
		this.startedAt = clock.instant();
	}

	void delivered(Course course) {
		Instant now = this.clock.instant();
		this.lastDelivered = now;
		course.delivered(now);
	}

	/**
	 * Takes a failure. One that only repeats the lane's last is not listed again, so that
	 * a lane that fails for hours does not push out all others.
	 */
	void failed(Course course, Trouble trouble) {
		Failure last = course.lastFailure();
		Failure failure = new Failure(this.clock.instant(), course.lane().destination(), trouble);
		if (course.trouble() == null || last == null || !last.trouble().code().equals(trouble.code())) {
			list(failure);
		}
		course.failed(failure);
	}

	private void list(Failure failure) {
		synchronized (this.failures) {
			this.failures.addFirst(failure);
			if (this.failures.size() > MOST_FAILURES) {
				this.failures.removeLast();
			}
		}
	}

	HistorySnapshot snapshot(@Nullable Duration sinceLastLoss) {
		Instant lastLoss = (sinceLastLoss != null) ? this.clock.instant().minus(sinceLastLoss) : null;
		synchronized (this.failures) {
			return new HistorySnapshot(this.startedAt, this.lastDelivered, lastLoss, List.copyOf(this.failures));
		}
	}

}
