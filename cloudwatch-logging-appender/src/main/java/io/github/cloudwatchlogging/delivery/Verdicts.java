package io.github.cloudwatchlogging.delivery;

import io.github.cloudwatchlogging.batch.BatchSlice;
import io.github.cloudwatchlogging.delivery.Course.Call;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.ledger.DropCause;
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

	private final History history;

	private final DeliveryMeter meter;

	Verdicts(CreateSettings create, RetryPolicy retryPolicy, DeliveryListener listener, History history,
			DeliveryMeter meter) {
		this.create = create;
		this.retryPolicy = retryPolicy;
		this.listener = listener;
		this.history = history;
		this.meter = meter;
	}

	/**
	 * Ends what the outcome says has ended, and decides how the lane goes on. The
	 * failures of calls that were side by side are one: the first ends the round.
	 */
	void apply(CallUnderWay call, Outcome outcome, long nowNanos) {
		Course course = call.course();
		BatchSlice slice = call.slice();
		if (outcome instanceof Outcome.Delivered) {
			settle(call, Settlement.delivered(slice.count()), nowNanos);
		}
		else if (outcome instanceof Outcome.PartlyRejected partly) {
			Settlement settlement = partly.settlement(slice.count());
			if (settlement.delivered() < slice.count()) {
				this.listener.eventsRejected(call.destination(), slice.count() - settlement.delivered());
			}
			settle(call, settlement, nowNanos);
		}
		else if (outcome instanceof Outcome.Created || outcome instanceof Outcome.Existed) {
			course.proceed((call.call() == Call.CREATE_LOG_GROUP) ? Call.CREATE_LOG_STREAM : Call.PUT_LOG_EVENTS,
					nowNanos);
		}
		else if (outcome instanceof Outcome.Unreadable unreadable) {
			dropUnreadable(call, unreadable, nowNanos);
		}
		else if (call.isOfThisRound()) {
			fail(call, outcome, nowNanos);
		}
		else if (outcome instanceof Outcome.Refused refused && isOfOneEvent(call)) {
			// However the lane stands, it would be refused again.
			dropEvent(call, refused, nowNanos);
		}
	}

	private static boolean isOfOneEvent(CallUnderWay call) {
		return call.call() == Call.PUT_LOG_EVENTS && call.slice().count() == 1;
	}

	private void fail(CallUnderWay call, Outcome outcome, long nowNanos) {
		Course course = call.course();
		if (outcome instanceof Outcome.DestinationMissing) {
			createWhatIsMissing(course, nowNanos);
		}
		else if (outcome instanceof Outcome.PartlyDelivered partly) {
			course.lane().settle(call.slice().batch(), Settlement.delivered(partly.delivered()));
			course.slices().restart(call.slice().batch());
			retry(course, new Outcome.TryLater(partly.trouble()), nowNanos);
		}
		else if (outcome instanceof Outcome.TryLater tryLater) {
			retry(course, tryLater, nowNanos);
		}
		else if (outcome instanceof Outcome.Refused refused) {
			refuse(call, refused, nowNanos);
		}
	}

	private void dropUnreadable(CallUnderWay call, Outcome.Unreadable unreadable, long nowNanos) {
		Course course = call.course();
		this.history.failed(course, unreadable.trouble());
		int lost = call.slice().batch().pending();
		this.listener.batchUnreadable(call.destination(), lost, unreadable.trouble());
		course.lane().settle(call.slice().batch(), Settlement.dropped(DropCause.UNREADABLE, lost));
		course.slices().settled(call.slice(), false);
		// No call was made: whatever kept the lane from delivering may still do so.
		if (call.isOfThisRound()) {
			course.proceed(Call.PUT_LOG_EVENTS, nowNanos);
		}
	}

	private void settle(CallUnderWay call, Settlement settlement, long nowNanos) {
		Course course = call.course();
		course.lane().settle(call.slice().batch(), settlement);
		course.slices().settled(call.slice(), settlement.dropped().isEmpty());
		if (settlement.delivered() > 0) {
			this.history.delivered(course);
		}
		if (!call.isOfThisRound()) {
			return;
		}
		if (course.trouble() != null) {
			this.listener.deliveryRecovered(call.destination(), course.failures());
		}
		pace(course, nowNanos);
		course.succeed();
		course.proceed(Call.PUT_LOG_EVENTS, nowNanos);
	}

	/**
	 * Makes a lane that the service throttles gather more events for fewer calls. If each
	 * tried at its deadline again, those who were lucky once would keep the others out.
	 */
	private void pace(Course course, long nowNanos) {
		if (course.pauseBoundNanos() > 0) {
			if (course.failures() == 0) {
				course.boundPauses(this.retryPolicy.shorterPauseNanos(course.pauseBoundNanos()));
			}
			course.gatherUntil(nowNanos + this.retryPolicy.pauseNanos(course.pauseBoundNanos()));
		}
	}

	private void createWhatIsMissing(Course course, long nowNanos) {
		boolean stream = course.nextCall() == Call.PUT_LOG_EVENTS;
		if (stream ? this.create.stream() : this.create.group()) {
			// A fleet that starts together must not create together.
			course.endRound();
			long delay = this.retryPolicy.backOffNanos(course.fail());
			course.proceed(stream ? Call.CREATE_LOG_STREAM : Call.CREATE_LOG_GROUP, nowNanos + delay);
			return;
		}
		String missing = stream ? "log stream" : "log group";
		retry(course, new Outcome.TryLater(new Trouble(Trouble.Kind.MISSING, "ResourceNotFoundException",
				"The " + missing + " does not exist, and creating it is switched off")), nowNanos);
	}

	private void retry(Course course, Outcome.TryLater tryLater, long nowNanos) {
		Trouble before = course.trouble();
		Trouble trouble = tryLater.trouble();
		this.history.failed(course, trouble);
		this.meter.retryScheduled();
		course.retry(trouble, nowNanos + delayNanos(course, tryLater));
		if (trouble.kind().isSlow()) {
			// Somebody may cure it by creating what we may not.
			course.restart();
		}
		if (before == null || before.kind() != trouble.kind()) {
			this.listener.deliveryFailing(course.lane().destination(), trouble);
		}
	}

	private long delayNanos(Course course, Outcome.TryLater tryLater) {
		if (course.nextCall() != Call.PUT_LOG_EVENTS) {
			return this.retryPolicy.creationDelayNanos(course.fail(), tryLater);
		}
		if (tryLater.trouble().kind() == Trouble.Kind.THROTTLED) {
			course.boundPauses(this.retryPolicy.longerPauseNanos(course.pauseBoundNanos()));
		}
		return this.retryPolicy.delayNanos(course.fail(), tryLater);
	}

	private void refuse(CallUnderWay call, Outcome.Refused refused, long nowNanos) {
		Course course = call.course();
		BatchSlice slice = call.slice();
		if (call.call() != Call.PUT_LOG_EVENTS) {
			retry(course, new Outcome.TryLater(refused.trouble()), nowNanos);
		}
		else if (course.slices().isHopeless(slice)) {
			this.history.failed(course, refused.trouble());
			this.listener.batchRefused(call.destination(), slice.batch().pending(), refused.trouble());
			settle(call, Settlement.dropped(DropCause.REFUSED, slice.batch().pending()), nowNanos);
		}
		else if (slice.count() > 1) {
			course.endRound();
			course.slices().halve(slice);
			course.proceed(Call.PUT_LOG_EVENTS, nowNanos);
		}
		else {
			dropEvent(call, refused, nowNanos);
		}
	}

	private void dropEvent(CallUnderWay call, Outcome.Refused refused, long nowNanos) {
		this.history.failed(call.course(), refused.trouble());
		this.listener.eventRefused(call.destination(), EventExcerpt.of(call.slice()), refused.trouble());
		settle(call, Settlement.dropped(DropCause.REFUSED, 1), nowNanos);
	}

}
