package io.github.cloudwatchlogging.test.fault;

import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;

/**
 * One fault of a plan. Thread-safe.
 */
public final class Fault {

	private final String description;

	private final Predicate<ApiCall> calls;

	private final Effect effect;

	private final CountDownLatch healed;

	private final double probability;

	private final Random random;

	private long toSkip;

	private long remaining;

	private long hits;

	Fault(String description, Predicate<ApiCall> calls, Effect effect, CountDownLatch healed, FaultFrequency often) {
		this.description = description;
		this.calls = calls;
		this.effect = effect;
		this.healed = healed;
		this.probability = often.probability();
		this.random = new Random(often.seed());
		this.toSkip = often.skip();
		this.remaining = often.times();
	}

	/**
	 * Returns how many requests the fault has struck. Still counts after it is healed.
	 * @return the number
	 */
	public synchronized long hits() {
		return this.hits;
	}

	/**
	 * Returns whether the fault may strike again.
	 * @return {@code false} once it is healed or has struck as often as it should
	 */
	public synchronized boolean isActive() {
		return this.remaining > 0 && this.healed.getCount() > 0;
	}

	/**
	 * Ends the fault and releases the requests that wait because of it.
	 */
	public void heal() {
		this.healed.countDown();
	}

	@Override
	public String toString() {
		return this.description + " (" + hits() + " hits)";
	}

	/**
	 * Decides whether the fault strikes a request.
	 * @param call the request
	 * @return whether it does, in which case it is counted
	 */
	synchronized boolean strikes(ApiCall call) {
		if (!isActive() || !this.calls.test(call) || !this.effect.concerns(call)) {
			return false;
		}
		if (this.toSkip > 0) {
			this.toSkip--;
			return false;
		}
		if (this.probability < 1 && this.random.nextDouble() >= this.probability) {
			return false;
		}
		this.remaining--;
		this.hits++;
		return true;
	}

	Effect effect() {
		return this.effect;
	}

}
