package io.github.cloudwatchlogging.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.ledger.Balance;
import io.github.cloudwatchlogging.settings.DeliverySettings;
import io.github.cloudwatchlogging.test.quota.Quotas;

/**
 * Applications that share one account and one log group, each with a stream of its own,
 * on a virtual clock.
 */
final class Fleet {

	private static final long SEED = 20_261_121;

	private static final long STEP_NANOS = TimeUnit.SECONDS.toNanos(1);

	private final VirtualTime time = new VirtualTime();

	private final SplittableRandom random = new SplittableRandom(SEED);

	private final RecordingListener listener = new TroubleIsExpected();

	private final List<FleetInstance> instances = new ArrayList<>();

	private final List<Destination> destinations = new ArrayList<>();

	private final SharedAccount account;

	private final Duration maxDelay;

	private Duration healed = Duration.ZERO;

	/**
	 * Creates a fleet that has not started.
	 * @param size how many instances there are
	 * @param quotas those of the account
	 * @param settings those of each instance
	 * @param eventEvery how often each logs an event
	 * @param jitter from an instance's random numbers to those its engine draws
	 */
	Fleet(int size, Quotas quotas, DeliverySettings settings, Duration eventEvery,
			UnaryOperator<RandomGenerator> jitter) {
		this.account = new SharedAccount(this.time, quotas);
		this.maxDelay = settings.batch().maxDelay();
		for (int number = 0; number < size; number++) {
			Destination destination = new Destination("group", "stream-" + number);
			this.destinations.add(destination);
			this.instances.add(new FleetInstance(this.time, this.account, settings, this.listener, destination,
					this.random.split(), jitter.apply(this.random.split()), eventEvery));
		}
	}

	void hasItsStreams() {
		this.destinations.forEach(this.account::exists);
	}

	void isAwayFrom(Duration from, Duration to) {
		this.time.at(from.toNanos(), () -> this.account.down(true));
		this.time.at(to.toNanos(), () -> this.account.down(false));
		this.healed = to;
	}

	void isThrottledFrom(Duration from, Quotas quotas, Duration to, Quotas after) {
		this.time.at(from.toNanos(), () -> this.account.quotas(quotas));
		this.time.at(to.toNanos(), () -> this.account.quotas(after));
		this.healed = to;
	}

	/**
	 * Starts all instances at random within a time, lets them log until another, and ends
	 * when all is delivered, or at a third.
	 */
	FleetReport run(Duration startWithin, Duration logUntil, Duration end) {
		for (FleetInstance instance : this.instances) {
			instance.start(this.random.nextLong(startWithin.toNanos() + 1), logUntil.toNanos());
		}
		long lastSealed = logUntil.plus(this.maxDelay).toNanos();
		while (this.time.nowNanos() < end.toNanos()
				&& (this.time.nowNanos() < lastSealed || this.account.delivered() < logged())) {
			this.time.runUntil(this.time.nowNanos() + STEP_NANOS);
		}
		return report();
	}

	private long logged() {
		return this.instances.stream().mapToLong(FleetInstance::logged).sum();
	}

	private FleetReport report() {
		Balance balance = this.instances.stream().map(FleetInstance::balance).reduce(Balance.ZERO, Balance::plus);
		long lastFirst = this.account.firstDeliveries().values().stream().mapToLong((nanos) -> nanos).max().orElse(0);
		Duration recovered = Duration.ofNanos(this.account.lags().lastLateNanos()).minus(this.healed);
		return new FleetReport(this.account.firstDeliveries().size(), Duration.ofNanos(lastFirst),
				recovered.isNegative() ? Duration.ZERO : recovered, this.account.calls(),
				this.account.refused(SharedAccount.CREATE_GROUP), this.account.refused(SharedAccount.CREATE_STREAM),
				this.account.refused(SharedAccount.PUT), logged(), balance.totalDropped() + balance.totalRejected(),
				balance.pending(), this.account.delivered() - balance.delivered(), this.account.rate().most(10),
				this.account.rate().most(1), this.account.lags().percentile(50), this.account.lags().percentile(99),
				this.account.lags().percentile(100), List.copyOf(this.listener.told()));
	}

	/**
	 * Writes down all but what a throttled fleet tells all the time.
	 */
	private static final class TroubleIsExpected extends RecordingListener {

		@Override
		public void deliveryFailing(Destination destination, Trouble trouble) {
			// One of thousands.
		}

		@Override
		public void deliveryRecovered(Destination destination, int attempts) {
			// One of thousands.
		}

	}

}
