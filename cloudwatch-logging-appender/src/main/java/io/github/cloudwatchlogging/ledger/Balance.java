package io.github.cloudwatchlogging.ledger;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * Where the events of one or more accounts were at one moment. What was accepted and
 * recovered is what was delivered, rejected, dropped and left, and what is pending.
 *
 * @param accepted how many were handed over by log calls
 * @param recovered how many an earlier process had left in the spool
 * @param delivered how many the service keeps
 * @param rejected how many the service left out, by cause; a cause that never occurred is
 * absent
 * @param dropped how many were given up, by cause; a cause that never occurred is absent
 * @param left how many a stopped engine left in the spool, for whoever starts next
 * @param pending how many are in the buffer or on their way
 */
public record Balance(long accepted, long recovered, long delivered, Map<RejectCause, Long> rejected,
		Map<DropCause, Long> dropped, long left, long pending) {

	/**
	 * The balance before the first event.
	 */
	public static final Balance ZERO = new Balance(0, 0, Map.of(), Map.of(), 0);

	public Balance {
		rejected = Map.copyOf(rejected);
		dropped = Map.copyOf(dropped);
	}

	/**
	 * Creates a balance of events of which none came from a spool or went into one.
	 * @param accepted how many were handed over by log calls
	 * @param delivered how many the service keeps
	 * @param rejected how many the service left out, by cause
	 * @param dropped how many were given up, by cause
	 * @param pending how many are in the buffer or on their way
	 */
	public Balance(long accepted, long delivered, Map<RejectCause, Long> rejected, Map<DropCause, Long> dropped,
			long pending) {
		this(accepted, 0, delivered, rejected, dropped, 0, pending);
	}

	/**
	 * Returns whether every event is somewhere.
	 * @return whether both sides are equal
	 */
	public boolean isBalanced() {
		return this.accepted + this.recovered == this.delivered + totalRejected() + totalDropped() + this.left
				+ this.pending;
	}

	/**
	 * Returns how many events the service left out.
	 * @return the sum over all causes
	 */
	public long totalRejected() {
		return sum(this.rejected);
	}

	/**
	 * Returns how many events were given up.
	 * @return the sum over all causes
	 */
	public long totalDropped() {
		return sum(this.dropped);
	}

	/**
	 * Returns how many events were given up for one cause.
	 * @param cause the cause
	 * @return the number, 0 where it never occurred
	 */
	public long dropped(DropCause cause) {
		return this.dropped.getOrDefault(cause, 0L);
	}

	/**
	 * Returns how many events the service left out for one cause.
	 * @param cause the cause
	 * @return the number, 0 where it never occurred
	 */
	public long rejected(RejectCause cause) {
		return this.rejected.getOrDefault(cause, 0L);
	}

	/**
	 * Returns both balances together.
	 * @param other the other
	 * @return the sum
	 */
	public Balance plus(Balance other) {
		return new Balance(this.accepted + other.accepted, this.recovered + other.recovered,
				this.delivered + other.delivered, merge(RejectCause.class, this.rejected, other.rejected),
				merge(DropCause.class, this.dropped, other.dropped), this.left + other.left,
				this.pending + other.pending);
	}

	/**
	 * Returns what was counted since an earlier balance of the same accounts.
	 * @param earlier the earlier balance
	 * @return the difference
	 */
	public Balance since(Balance earlier) {
		return new Balance(this.accepted - earlier.accepted, this.recovered - earlier.recovered,
				this.delivered - earlier.delivered, difference(this.rejected, earlier.rejected),
				difference(this.dropped, earlier.dropped), this.left - earlier.left, this.pending - earlier.pending);
	}

	private static <K> Map<K, Long> difference(Map<K, Long> counts, Map<K, Long> earlier) {
		Map<K, Long> difference = new HashMap<>(counts);
		earlier.forEach((cause, count) -> difference.merge(cause, -count, Long::sum));
		difference.values().removeIf((count) -> count == 0);
		return difference;
	}

	static <K> long sum(Map<K, Long> counts) {
		long sum = 0;
		for (long count : counts.values()) {
			sum += count;
		}
		return sum;
	}

	static <K extends Enum<K>> Map<K, Long> merge(Class<K> type, Map<K, Long> one, Map<K, Long> other) {
		Map<K, Long> merged = new EnumMap<>(type);
		merged.putAll(one);
		other.forEach((cause, count) -> merged.merge(cause, count, Long::sum));
		return merged;
	}

}
