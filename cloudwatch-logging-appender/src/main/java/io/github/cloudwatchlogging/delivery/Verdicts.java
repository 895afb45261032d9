package io.github.cloudwatchlogging.delivery;

import java.util.EnumMap;
import java.util.Map;

import io.github.cloudwatchlogging.batch.Batch;
import io.github.cloudwatchlogging.delivery.Course.Call;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.ledger.DropCause;
import io.github.cloudwatchlogging.ledger.RejectCause;
import io.github.cloudwatchlogging.ledger.Settlement;
import io.github.cloudwatchlogging.settings.CreateSettings;

/**
 * What each outcome means for its batch and its lane. Used by the dispatcher's thread
 * only.
 */
final class Verdicts {

	private final CreateSettings create;

	private final RetryPolicy retryPolicy;

	private final DeliveryListener listener;

	Verdicts(CreateSettings create, RetryPolicy retryPolicy, DeliveryListener listener) {
		this.create = create;
		this.retryPolicy = retryPolicy;
		this.listener = listener;
	}

	void apply(Course course, Batch batch, Outcome outcome, long nowNanos) {
		if (outcome instanceof Outcome.Delivered) {
			settle(course, batch, Settlement.delivered(batch.count()), nowNanos);
		}
		else if (outcome instanceof Outcome.PartlyRejected partly) {
			Settlement settlement = settlement(partly, batch.count());
			this.listener.eventsRejected(course.lane().destination(), batch.count() - settlement.delivered());
			settle(course, batch, settlement, nowNanos);
		}
		else if (outcome instanceof Outcome.Created || outcome instanceof Outcome.Existed) {
			course.proceed((course.nextCall() == Call.CREATE_LOG_GROUP) ? Call.CREATE_LOG_STREAM : Call.PUT_LOG_EVENTS,
					nowNanos);
		}
		else if (outcome instanceof Outcome.DestinationMissing) {
			createWhatIsMissing(course, nowNanos);
		}
		else if (outcome instanceof Outcome.TryLater tryLater) {
			retry(course, tryLater, nowNanos);
		}
		else if (outcome instanceof Outcome.Refused refused) {
			refuse(course, batch, refused, nowNanos);
		}
	}

	private void settle(Course course, Batch batch, Settlement settlement, long nowNanos) {
		course.lane().settle(batch, settlement);
		if (course.trouble() != null) {
			this.listener.deliveryRecovered(course.lane().destination(), course.failures());
		}
		course.succeed();
		course.proceed(Call.PUT_LOG_EVENTS, nowNanos);
	}

	private static Settlement settlement(Outcome.PartlyRejected partly, int count) {
		int tooOld = within(partly.tooOldEnd(), 0, count);
		int expired = within(partly.expiredEnd(), tooOld, count) - tooOld;
		int tooNew = count - within(partly.tooNewStart(), tooOld + expired, count);
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

	private void createWhatIsMissing(Course course, long nowNanos) {
		boolean stream = course.nextCall() == Call.PUT_LOG_EVENTS;
		if (stream ? this.create.stream() : this.create.group()) {
			// A fleet that starts together must not create together.
			long delay = this.retryPolicy.backOffNanos(course.fail());
			course.proceed(stream ? Call.CREATE_LOG_STREAM : Call.CREATE_LOG_GROUP, nowNanos + delay);
			return;
		}
		course.proceed(Call.PUT_LOG_EVENTS, nowNanos);
		String missing = stream ? "log stream" : "log group";
		retry(course, new Outcome.TryLater(new Trouble(Trouble.Kind.MISSING, "ResourceNotFoundException",
				"The " + missing + " does not exist, and creating it is switched off")), nowNanos);
	}

	private void retry(Course course, Outcome.TryLater tryLater, long nowNanos) {
		Trouble before = course.trouble();
		Trouble trouble = tryLater.trouble();
		course.retry(trouble, nowNanos + this.retryPolicy.delayNanos(course.fail(), tryLater));
		if (before == null || before.kind() != trouble.kind()) {
			this.listener.deliveryFailing(course.lane().destination(), trouble);
		}
	}

	private void refuse(Course course, Batch batch, Outcome.Refused refused, long nowNanos) {
		if (course.nextCall() != Call.PUT_LOG_EVENTS) {
			retry(course, new Outcome.TryLater(refused.trouble()), nowNanos);
			return;
		}
		Destination destination = course.lane().destination();
		this.listener.batchRefused(destination, batch.count(), refused.trouble());
		settle(course, batch, Settlement.dropped(DropCause.REFUSED, batch.count()), nowNanos);
	}

}
