package io.github.cloudwatchlogging.test.contract;

/**
 * Which events of a batch are not accepted. The events are in order, so the too old and
 * the expired ones are at its beginning and the too new ones at its end.
 *
 * @param tooOldEnd the number of events that are too old; their exclusive end index
 * @param expiredEnd the number of events past the group's retention; their exclusive end
 * index
 * @param tooNewStart the index of the first event that is too new, or {@code size}
 * @param size the number of events in the batch
 */
public record RejectedEvents(int tooOldEnd, int expiredEnd, int tooNewStart, int size) {

	/**
	 * Accepts a whole batch.
	 * @param size the number of its events
	 * @return no rejection
	 */
	public static RejectedEvents none(int size) {
		return new RejectedEvents(0, 0, size, size);
	}

	/**
	 * Returns the index of the first accepted event.
	 * @return the index
	 */
	public int acceptedFrom() {
		return Math.max(this.tooOldEnd, this.expiredEnd);
	}

	/**
	 * Returns the index after the last accepted event.
	 * @return the index, equal to {@link #acceptedFrom()} where no event is accepted
	 */
	public int acceptedTo() {
		return Math.max(acceptedFrom(), this.tooNewStart);
	}

	/**
	 * Returns the number of accepted events.
	 * @return the number
	 */
	public int acceptedCount() {
		return acceptedTo() - acceptedFrom();
	}

	/**
	 * Returns whether any event is rejected.
	 * @return whether one is
	 */
	public boolean isAny() {
		return acceptedCount() < this.size;
	}

	/**
	 * Rejects what either verdict rejects.
	 * @param other the other verdict on the same batch
	 * @return both
	 */
	public RejectedEvents and(RejectedEvents other) {
		return new RejectedEvents(Math.max(this.tooOldEnd, other.tooOldEnd),
				Math.max(this.expiredEnd, other.expiredEnd), Math.min(this.tooNewStart, other.tooNewStart), this.size);
	}

}
