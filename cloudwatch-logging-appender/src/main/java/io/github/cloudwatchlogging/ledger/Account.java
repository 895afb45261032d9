package io.github.cloudwatchlogging.ledger;

import java.util.EnumMap;
import java.util.Map;

/**
 * Counts what became of the events of one owner. Each verb is one transition. Not
 * thread-safe: the owner guards it by the same lock as the events themselves, which is
 * what makes a {@link Balance} taken at any moment hold.
 */
public final class Account {

	private long accepted;

	private long recovered;

	private long left;

	private long delivered;

	private final Map<RejectCause, Long> rejected = new EnumMap<>(RejectCause.class);

	private final Map<DropCause, Long> dropped = new EnumMap<>(DropCause.class);

	/**
	 * A log call handed over one event.
	 */
	public void accept() {
		this.accepted++;
	}

	/**
	 * Events were found that an earlier process had left.
	 * @param events how many
	 */
	public void recover(long events) {
		this.recovered += events;
	}

	/**
	 * Events that were in a batch are left to whoever starts next.
	 * @param events how many
	 */
	public void leave(long events) {
		this.left += events;
	}

	/**
	 * An accepted event was given up before it was in a batch.
	 * @param cause why
	 */
	public void drop(DropCause cause) {
		this.dropped.merge(cause, 1L, Long::sum);
	}

	/**
	 * Accepted events that were in a batch ended.
	 * @param settlement how
	 */
	public void settle(Settlement settlement) {
		this.delivered += settlement.delivered();
		settlement.rejected().forEach((cause, count) -> this.rejected.merge(cause, count, Long::sum));
		settlement.dropped().forEach((cause, count) -> this.dropped.merge(cause, count, Long::sum));
	}

	/**
	 * Returns how many events were given up for a cause.
	 * @param cause the cause
	 * @return the number so far
	 */
	public long dropped(DropCause cause) {
		return this.dropped.getOrDefault(cause, 0L);
	}

	/**
	 * Returns the balance at this moment.
	 * @param pending how many accepted events the owner holds, counted by the owner
	 * @return the balance
	 */
	public Balance balance(long pending) {
		return new Balance(this.accepted, this.recovered, this.delivered, this.rejected, this.dropped, this.left,
				pending);
	}

}
