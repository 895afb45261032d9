package io.github.cloudwatchlogging.autoconfigure.actuate;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.github.cloudwatchlogging.delivery.DeliveryMeter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.BaseUnits;

/**
 * The calls as meters of one registry.
 */
final class CallMeters implements DeliveryMeter {

	static final String PREFIX = "cloudwatch.logs.";

	private final Map<PutResult, Timer> puts = new EnumMap<>(PutResult.class);

	private final DistributionSummary batchEvents;

	private final DistributionSummary batchSize;

	private final Timer lag;

	private final Counter retries;

	CallMeters(MeterRegistry registry) {
		for (PutResult result : PutResult.values()) {
			this.puts.put(result,
					Timer.builder(PREFIX + "put")
						.description("PutLogEvents calls")
						.tag("outcome", Names.of(result))
						.register(registry));
		}
		this.batchEvents = DistributionSummary.builder(PREFIX + "batch.events")
			.description("Events in one call")
			.baseUnit(BaseUnits.EVENTS)
			.register(registry);
		this.batchSize = DistributionSummary.builder(PREFIX + "batch.size")
			.description("Size of one call's events as the service counts it")
			.baseUnit(BaseUnits.BYTES)
			.register(registry);
		this.lag = Timer.builder(PREFIX + "delivery.lag")
			.description("Time from the first event of a batch to its delivery")
			.register(registry);
		this.retries = Counter.builder(PREFIX + "retries")
			.description("Calls that brought nothing and are made again")
			.register(registry);
	}

	@Override
	public void putAnswered(PutResult result, long nanos) {
		Timer timer = this.puts.get(result);
		if (timer != null) {
			timer.record(nanos, TimeUnit.NANOSECONDS);
		}
	}

	@Override
	public void putSized(int events, long bytes) {
		this.batchEvents.record(events);
		this.batchSize.record((double) bytes);
	}

	@Override
	public void delivered(long lagNanos) {
		this.lag.record(lagNanos, TimeUnit.NANOSECONDS);
	}

	@Override
	public void retryScheduled() {
		this.retries.increment();
	}

}
