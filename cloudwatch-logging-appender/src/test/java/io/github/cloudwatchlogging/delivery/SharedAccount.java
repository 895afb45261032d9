package io.github.cloudwatchlogging.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.github.cloudwatchlogging.batch.BatchSlice;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.test.quota.Quotas;
import io.github.cloudwatchlogging.test.quota.TokenBuckets;

/**
 * The service as one account sees it: quotas that all its applications share, and
 * outages. Keeps books of what reached it. Used by one thread.
 */
final class SharedAccount implements LogsService {

	static final String PUT = "PutLogEvents";

	static final String CREATE_STREAM = "CreateLogStream";

	static final String CREATE_GROUP = "CreateLogGroup";

	/**
	 * The default deadline, and a second for the call.
	 */
	private static final Duration LATE = Duration.ofSeconds(6);

	private static final Outcome THROTTLED = tryLater(Trouble.Kind.THROTTLED);

	private static final Outcome UNAVAILABLE = tryLater(Trouble.Kind.UNAVAILABLE);

	private static final Outcome UNREACHABLE = tryLater(Trouble.Kind.UNREACHABLE);

	private final VirtualTime time;

	private final Set<String> groups = new HashSet<>();

	private final Set<Destination> streams = new HashSet<>();

	private final Map<String, Long> refused = new HashMap<>();

	private final Map<Destination, Long> firstDeliveries = new HashMap<>();

	private final CallRate rate = new CallRate();

	private final Lags lags = new Lags(LATE);

	private TokenBuckets buckets;

	private boolean down;

	private boolean silent;

	private long calls;

	private long delivered;

	SharedAccount(VirtualTime time, Quotas quotas) {
		this.time = time;
		this.buckets = buckets(quotas);
	}

	private static Outcome tryLater(Trouble.Kind kind) {
		return new Outcome.TryLater(new Trouble(kind, kind.name(), "message"));
	}

	private TokenBuckets buckets(Quotas quotas) {
		return new TokenBuckets(quotas,
				() -> Instant.ofEpochMilli(TimeUnit.NANOSECONDS.toMillis(this.time.nowNanos())));
	}

	void quotas(Quotas quotas) {
		this.buckets = buckets(quotas);
	}

	void down(boolean down) {
		this.down = down;
	}

	boolean isDown() {
		return this.down;
	}

	void exists(Destination destination) {
		this.groups.add(destination.group());
		this.streams.add(destination);
	}

	/**
	 * Lets a call come to nothing: it never arrives.
	 */
	void withoutAnswer(Runnable call) {
		this.silent = true;
		call.run();
		this.silent = false;
	}

	@Override
	public Outcome putLogEvents(Destination destination, BatchSlice events) {
		return answer(PUT, () -> {
			if (!this.streams.contains(destination)) {
				return new Outcome.DestinationMissing();
			}
			long nowNanos = this.time.nowNanos();
			this.firstDeliveries.putIfAbsent(destination, nowNanos);
			this.lags.add(nowNanos, nowNanos - events.batch().openedAtNanos());
			this.delivered += events.count();
			return new Outcome.Delivered();
		});
	}

	@Override
	public Outcome createLogStream(Destination destination) {
		return answer(CREATE_STREAM, () -> {
			if (!this.groups.contains(destination.group())) {
				return new Outcome.DestinationMissing();
			}
			return this.streams.add(destination) ? new Outcome.Created() : new Outcome.Existed();
		});
	}

	@Override
	public Outcome createLogGroup(String group) {
		return answer(CREATE_GROUP, () -> this.groups.add(group) ? new Outcome.Created() : new Outcome.Existed());
	}

	@Override
	public Outcome putRetentionPolicy(String group, int days) {
		throw new IllegalStateException("No retention is set");
	}

	private Outcome answer(String operation, Supplier<Outcome> answer) {
		if (this.silent) {
			return UNREACHABLE;
		}
		this.calls++;
		this.rate.add(this.time.nowNanos());
		if (this.down) {
			return UNAVAILABLE;
		}
		if (!this.buckets.tryTake(operation)) {
			this.refused.merge(operation, 1L, Long::sum);
			return THROTTLED;
		}
		return answer.get();
	}

	@Override
	public void close() {
		// Nothing is open.
	}

	long calls() {
		return this.calls;
	}

	long refused(String operation) {
		return this.refused.getOrDefault(operation, 0L);
	}

	long delivered() {
		return this.delivered;
	}

	Map<Destination, Long> firstDeliveries() {
		return this.firstDeliveries;
	}

	CallRate rate() {
		return this.rate;
	}

	Lags lags() {
		return this.lags;
	}

}
