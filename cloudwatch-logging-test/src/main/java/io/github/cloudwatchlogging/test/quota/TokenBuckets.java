package io.github.cloudwatchlogging.test.quota;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One bucket for each operation that has a quota. A bucket holds the tokens of one second
 * and begins full; the service does not publish its depth. Thread-safe.
 */
public final class TokenBuckets {

	private final Quotas quotas;

	private final InstantSource clock;

	private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

	/**
	 * Creates full buckets.
	 * @param quotas the quotas
	 * @param clock the time by which they are refilled
	 */
	public TokenBuckets(Quotas quotas, InstantSource clock) {
		this.quotas = quotas;
		this.clock = clock;
	}

	/**
	 * Takes a token.
	 * @param operation the operation
	 * @return whether there was one, or none is needed
	 */
	public boolean tryTake(String operation) {
		Double rate = this.quotas.requestsPerSecond().get(operation);
		if (rate == null) {
			return true;
		}
		long now = this.clock.millis();
		return this.buckets.computeIfAbsent(operation, (name) -> new Bucket(rate, now)).tryTake(now);
	}

	/**
	 * Fills all buckets.
	 */
	public void refill() {
		this.buckets.clear();
	}

	private static final class Bucket {

		private final double rate;

		private final double capacity;

		private double tokens;

		private long filledAt;

		Bucket(double rate, long now) {
			this.rate = rate;
			this.capacity = Math.max(rate, 1);
			this.tokens = this.capacity;
			this.filledAt = now;
		}

		synchronized boolean tryTake(long now) {
			long elapsed = Math.max(now - this.filledAt, 0);
			this.tokens = Math.min(this.capacity, this.tokens + elapsed * this.rate / 1_000);
			this.filledAt = Math.max(now, this.filledAt);
			if (this.tokens < 1) {
				return false;
			}
			this.tokens--;
			return true;
		}

	}

}
