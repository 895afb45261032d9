package io.github.cloudwatchlogging.ledger;

import java.util.Map;

/**
 * How a batch, or some of its events, ended.
 *
 * @param delivered how many of its events the service keeps
 * @param rejected how many the service left out, by cause
 * @param dropped how many were given up, by cause
 */
public record Settlement(long delivered, Map<RejectCause, Long> rejected, Map<DropCause, Long> dropped) {

	public Settlement {
		rejected = Map.copyOf(rejected);
		dropped = Map.copyOf(dropped);
	}

	/**
	 * The settlement of no events.
	 */
	public static final Settlement NONE = new Settlement(0, Map.of(), Map.of());

	/**
	 * Returns the settlement of a batch whose events were all delivered.
	 * @param count the number of its events
	 * @return the settlement
	 */
	public static Settlement delivered(long count) {
		return new Settlement(count, Map.of(), Map.of());
	}

	/**
	 * Returns the settlement of a batch whose events were all dropped.
	 * @param cause why
	 * @param count the number of its events
	 * @return the settlement
	 */
	public static Settlement dropped(DropCause cause, long count) {
		return new Settlement(0, Map.of(), Map.of(cause, count));
	}

	/**
	 * Returns both settlements together.
	 * @param other of other events
	 * @return the sum
	 */
	public Settlement plus(Settlement other) {
		return new Settlement(this.delivered + other.delivered,
				Balance.merge(RejectCause.class, this.rejected, other.rejected),
				Balance.merge(DropCause.class, this.dropped, other.dropped));
	}

	/**
	 * Returns how many events it settles.
	 * @return delivered, rejected and dropped together
	 */
	public long count() {
		return this.delivered + Balance.sum(this.rejected) + Balance.sum(this.dropped);
	}

}
