package io.github.cloudwatchlogging.batch;

/**
 * Some events of a sealed batch, one behind the other in the order in which the service
 * takes them: what one PutLogEvents call carries. Immutable.
 *
 * @param batch the batch
 * @param from its first event
 * @param to the event behind its last
 */
public record BatchSlice(Batch batch, int from, int to) {

	/**
	 * Returns the slice of all pending events.
	 * @param batch a sealed batch
	 * @return all of it, but for the events that have ended
	 */
	public static BatchSlice pending(Batch batch) {
		return new BatchSlice(batch, batch.count() - batch.pending(), batch.count());
	}

	/**
	 * Returns the number of its events.
	 * @return at least 1
	 */
	public int count() {
		return this.to - this.from;
	}

	/**
	 * Returns its share of the batch's size, which is exact for a whole batch.
	 * @return the messages' UTF-8 bytes and 26 for each, near enough
	 */
	public long bytes() {
		return (long) this.batch.bytes() * count() / Math.max(1, this.batch.count());
	}

	/**
	 * Returns its first half.
	 * @return the smaller half where the number is odd
	 */
	public BatchSlice firstHalf() {
		return new BatchSlice(this.batch, this.from, this.from + count() / 2);
	}

	/**
	 * Returns its second half.
	 * @return what {@link #firstHalf()} leaves
	 */
	public BatchSlice secondHalf() {
		return new BatchSlice(this.batch, this.from + count() / 2, this.to);
	}

	/**
	 * Shows its events in order.
	 * @param visitor is shown each event
	 */
	public void forEach(EventVisitor visitor) {
		this.batch.forEach(this.from, this.to, visitor);
	}

}
