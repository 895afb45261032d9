package io.github.cloudwatchlogging.lane;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.github.cloudwatchlogging.batch.Batch;
import org.jspecify.annotations.Nullable;

/**
 * A lane's open batch and its sealed ones in order. Not thread-safe: guarded by its
 * lane's lock.
 */
final class BatchQueue {

	private final Deque<Batch> sealed = new ArrayDeque<>();

	private @Nullable Batch open;

	private final Set<Batch> taken = new HashSet<>();

	private long newestMillis = Long.MIN_VALUE;

	@Nullable Batch open() {
		return this.open;
	}

	/**
	 * Makes a batch the open one; one without events is not kept.
	 */
	void open(Batch batch) {
		this.open = (batch.count() > 0) ? batch : null;
	}

	void add(Batch sealedBatch) {
		this.sealed.add(sealedBatch);
	}

	void seal() {
		if (this.open != null) {
			this.open.seal();
			this.newestMillis = Math.max(this.newestMillis, this.open.newestMillis());
			this.sealed.add(this.open);
			this.open = null;
		}
	}

	/**
	 * Seals the open batch if nothing is to be sent before it: while the service is away,
	 * one batch gathers what many small ones would spread.
	 */
	void sealIfFirst() {
		if (this.sealed.isEmpty()) {
			seal();
		}
	}

	/**
	 * Seals the open batch once it is due and nothing is to be sent before it.
	 */
	void sealIfDue(long nowNanos) {
		if (this.open != null && this.open.isDue(nowNanos)) {
			sealIfFirst();
		}
	}

	/**
	 * Returns the time of the newest event that was ever sealed here, in milliseconds
	 * since the epoch; {@link Long#MIN_VALUE} if there was none.
	 */
	long newestMillis() {
		return this.newestMillis;
	}

	long nanosUntilDue(long nowNanos) {
		return (this.open != null && this.sealed.isEmpty()) ? this.open.nanosUntilDue(nowNanos) : Long.MAX_VALUE;
	}

	boolean isEmpty() {
		return this.open == null && this.sealed.isEmpty();
	}

	/**
	 * Returns the batch that can be sent now: the first, if it is not taken; side by side
	 * also one that is later than all before it, whether those are taken or not.
	 */
	@Nullable Batch next(boolean sideBySide) {
		long newestBefore = Long.MIN_VALUE;
		boolean behindTaken = false;
		for (Batch batch : this.sealed) {
			if (this.taken.contains(batch)) {
				behindTaken = true;
			}
			else if (!behindTaken || (sideBySide && batch.oldestMillis() > newestBefore)) {
				return batch;
			}
			newestBefore = Math.max(newestBefore, batch.newestMillis());
		}
		return null;
	}

	void take(Batch batch) {
		this.taken.add(batch);
	}

	void giveBack(Batch batch) {
		this.taken.remove(batch);
	}

	@Nullable Batch evictable() {
		return this.sealed.stream().filter(this::isEvictable).findFirst().orElse(null);
	}

	boolean isEvictable(Batch batch) {
		return !this.taken.contains(batch) && contains(batch);
	}

	boolean contains(Batch sealedBatch) {
		return this.sealed.contains(sealedBatch);
	}

	void remove(Batch settled) {
		this.sealed.remove(settled);
	}

	/**
	 * Returns all batches, the oldest first.
	 */
	List<Batch> all() {
		List<Batch> batches = new ArrayList<>(this.sealed);
		if (this.open != null) {
			batches.add(this.open);
		}
		return batches;
	}

}
