package io.github.cloudwatchlogging.delivery;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

import io.github.cloudwatchlogging.ledger.RejectCause;
import io.github.cloudwatchlogging.ledger.Settlement;
import org.jspecify.annotations.Nullable;

/**
 * What came of one call to the service.
 */
public sealed interface Outcome {

	/**
	 * The service took all of the batch.
	 *
	 * @param entityError why it did not take the entity, or {@code null}
	 */
	record Delivered(@Nullable String entityError) implements Outcome {

		/**
		 * Creates an outcome in which the service took the entity, if there was one.
		 */
		public Delivered() {
			this(null);
		}

	}

	/**
	 * The service took the batch but left events out. All three are indexes into the
	 * batch in the order in which it was sent.
	 *
	 * @param tooOldEnd the first event that is not too old
	 * @param expiredEnd the first event that has not outlived the group's retention
	 * @param tooNewStart the first event that is too new; the batch's size if none is
	 * @param entityError why it did not take the entity, or {@code null}
	 */
	record PartlyRejected(int tooOldEnd, int expiredEnd, int tooNewStart,
			@Nullable String entityError) implements Outcome {

		/**
		 * Creates an outcome in which the service took the entity, if there was one.
		 * @param tooOldEnd the first event that is not too old
		 * @param expiredEnd the first event that has not outlived the group's retention
		 * @param tooNewStart the first event that is too new; the batch's size if none is
		 */
		public PartlyRejected(int tooOldEnd, int expiredEnd, int tooNewStart) {
			this(tooOldEnd, expiredEnd, tooNewStart, null);
		}

		/**
		 * Returns what became of the events of the call. Indexes that make no sense are
		 * brought within the call, so that each event is counted once whatever the
		 * service says.
		 * @param count how many events the call carried
		 * @return the settlement of all of them
		 */
		Settlement settlement(int count) {
			int tooOld = within(this.tooOldEnd, 0, count);
			int expired = within(this.expiredEnd, tooOld, count) - tooOld;
			int tooNew = count - within(this.tooNewStart, tooOld + expired, count);
			Map<RejectCause, Long> rejected = new EnumMap<>(RejectCause.class);
			put(rejected, RejectCause.TOO_OLD, tooOld);
			put(rejected, RejectCause.EXPIRED, expired);
			put(rejected, RejectCause.TOO_NEW, tooNew);
			return new Settlement(count - tooOld - expired - tooNew, rejected, Map.of());
		}

		private static int within(int index, int least, int most) {
			return Math.max(least, Math.min(index, most));
		}

		private static void put(Map<RejectCause, Long> rejected, RejectCause cause, long count) {
			if (count > 0) {
				rejected.put(cause, count);
			}
		}

	}

	/**
	 * The group or stream was created, or what was to be set is set.
	 *
	 * @param untagged why the group was created without its tags, or {@code null}
	 */
	record Created(@Nullable Trouble untagged) implements Outcome {

		/**
		 * Creates an outcome in which nothing is missing.
		 */
		public Created() {
			this(null);
		}

	}

	/**
	 * The group or stream existed already.
	 */
	record Existed() implements Outcome {
	}

	/**
	 * The log stream, or the log group, does not exist.
	 */
	record DestinationMissing() implements Outcome {
	}

	/**
	 * The same call can succeed later.
	 *
	 * @param trouble what keeps it from succeeding now
	 * @param atLeast how long the service asks to wait; zero where it does not say
	 */
	record TryLater(Trouble trouble, Duration atLeast) implements Outcome {

		/**
		 * Creates an outcome in which the service does not say how long to wait.
		 * @param trouble what keeps the call from succeeding now
		 */
		public TryLater(Trouble trouble) {
			this(trouble, Duration.ZERO);
		}

	}

	/**
	 * The first events were taken for good; the others can be later.
	 *
	 * @param delivered how many were taken; at least 1, and fewer than there were
	 * @param trouble what keeps the others from being taken now
	 */
	record PartlyDelivered(int delivered, Trouble trouble) implements Outcome {
	}

	/**
	 * There was no call: the batch cannot be read back from where it is kept.
	 *
	 * @param trouble why
	 */
	record Unreadable(Trouble trouble) implements Outcome {
	}

	/**
	 * The same call can never succeed.
	 *
	 * @param trouble why
	 */
	record Refused(Trouble trouble) implements Outcome {
	}

}
