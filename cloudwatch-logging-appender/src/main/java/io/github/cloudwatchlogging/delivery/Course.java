package io.github.cloudwatchlogging.delivery;

import java.time.Instant;

import io.github.cloudwatchlogging.batch.Batch;
import io.github.cloudwatchlogging.lane.Lane;
import org.jspecify.annotations.Nullable;

/**
 * One lane's way to the service: which call comes next, and from when on. Owned by the
 * dispatcher's thread; others read only its trouble, its last delivery and its last
 * failure.
 */
final class Course {

	private final Lane lane;

	private final Spread spread;

	private final int mostSideBySide;

	private final Slices slices = new Slices();

	private Call nextCall = Call.PUT_LOG_EVENTS;

	private int callsUnderWay;

	private int round;

	private boolean answered;

	private boolean hurried;

	private int failures;

	private long notBeforeNanos;

	private long startedNanos;

	private long leadNanos;

	private long pauseBoundNanos;

	private long gatherUntilNanos;

	private volatile @Nullable Trouble trouble;

	private volatile @Nullable Instant lastDelivered;

	private volatile @Nullable Failure lastFailure;

	/**
	 * Creates the course of a lane.
	 * @param mostSideBySide how many of its batches may be under way at once
	 */
	Course(Lane lane, Spread spread, int mostSideBySide, long nowNanos) {
		this.lane = lane;
		this.spread = spread;
		this.mostSideBySide = mostSideBySide;
		this.notBeforeNanos = nowNanos;
		this.startedNanos = nowNanos;
		this.gatherUntilNanos = nowNanos;
		this.leadNanos = spread.leadNanos();
	}

	Lane lane() {
		return this.lane;
	}

	Slices slices() {
		return this.slices;
	}

	Call nextCall() {
		return this.nextCall;
	}

	/**
	 * Seals the lane's open batch where it is due and does not gather for longer.
	 */
	void sealIfDue(long nowNanos) {
		if (nowNanos - this.startedNanos >= this.spread.mostNanos() && this.lane.isIdle()) {
			this.leadNanos = this.spread.leadNanos();
		}
		if (nowNanos - this.gatherUntilNanos >= 0) {
			this.lane.sealIfDue(nowNanos + this.leadNanos);
		}
	}

	boolean canStart(long nowNanos) {
		return nowNanos - this.notBeforeNanos >= 0 && hasNext();
	}

	private boolean hasNext() {
		return this.callsUnderWay < this.mostSideBySide && this.lane.hasNext(isSteady());
	}

	/**
	 * Takes the batch to be sent next.
	 * @return the batch, or {@code null} if there is none
	 */
	@Nullable Batch take() {
		return this.lane.take(isSteady());
	}

	// As long as anything is wrong, one call finds out whether it still is.
	private boolean isSteady() {
		return this.answered && this.trouble == null && this.pauseBoundNanos == 0
				&& this.nextCall == Call.PUT_LOG_EVENTS && !this.slices.isHalving();
	}

	/**
	 * Returns how long nothing can be done for this lane; a call that comes back wakes
	 * the dispatcher by itself.
	 */
	long idleNanos(long nowNanos) {
		if (!hasNext()) {
			return Math.max(this.lane.nanosUntilDue(nowNanos + this.leadNanos), this.gatherUntilNanos - nowNanos);
		}
		return Math.max(0, this.notBeforeNanos - nowNanos);
	}

	/**
	 * Returns the number of the lane's round, which ends with each failure.
	 */
	int round() {
		return this.round;
	}

	void endRound() {
		this.round++;
	}

	/**
	 * Returns whether the service took the lane's last call that it answered.
	 */
	boolean isAnswered() {
		return this.answered;
	}

	long startedNanos() {
		return this.startedNanos;
	}

	void start(long nowNanos) {
		this.callsUnderWay++;
		this.startedNanos = nowNanos;
		this.leadNanos = 0;
	}

	void end() {
		this.callsUnderWay--;
	}

	/**
	 * Makes the next attempt at once; where a call is under way, the one after it.
	 */
	void hurry(long nowNanos) {
		this.notBeforeNanos = nowNanos;
		this.hurried = this.callsUnderWay > 0;
	}

	/**
	 * Goes on with another call after the given wait.
	 */
	void proceed(Call call, long notBeforeNanos) {
		this.nextCall = call;
		this.notBeforeNanos = notBeforeNanos;
	}

	/**
	 * Goes on with the first call, at the time that is already set.
	 */
	void restart() {
		this.nextCall = Call.PUT_LOG_EVENTS;
	}

	/**
	 * Counts a failure and returns how many there were in a row.
	 */
	int fail() {
		return ++this.failures;
	}

	int failures() {
		return this.failures;
	}

	void retry(Trouble trouble, long notBeforeNanos) {
		endRound();
		this.trouble = trouble;
		this.answered = false;
		this.notBeforeNanos = this.hurried ? this.notBeforeNanos : notBeforeNanos;
		this.hurried = false;
	}

	void succeed() {
		this.answered = true;
		this.hurried = false;
		this.trouble = null;
		this.failures = 0;
	}

	/**
	 * Returns the bound on the lane's pauses; 0 where the service does not throttle it.
	 */
	long pauseBoundNanos() {
		return this.pauseBoundNanos;
	}

	void boundPauses(long boundNanos) {
		this.pauseBoundNanos = boundNanos;
	}

	/**
	 * Lets the open batch gather events beyond its deadline. One that is full is sent all
	 * the same.
	 */
	void gatherUntil(long nanos) {
		this.gatherUntilNanos = nanos;
	}

	@Nullable Trouble trouble() {
		return this.trouble;
	}

	void delivered(Instant time) {
		this.lastDelivered = time;
	}

	@Nullable Instant lastDelivered() {
		return this.lastDelivered;
	}

	void failed(Failure failure) {
		this.lastFailure = failure;
	}

	@Nullable Failure lastFailure() {
		return this.lastFailure;
	}

	/**
	 * The calls that bring a lane's head to the service.
	 */
	enum Call {

		PUT_LOG_EVENTS, CREATE_LOG_STREAM, CREATE_LOG_GROUP

	}

}
