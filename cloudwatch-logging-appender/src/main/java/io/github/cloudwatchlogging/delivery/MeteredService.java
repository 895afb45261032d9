package io.github.cloudwatchlogging.delivery;

import java.util.function.LongSupplier;

import io.github.cloudwatchlogging.batch.BatchSlice;
import io.github.cloudwatchlogging.delivery.DeliveryMeter.PutResult;
import io.github.cloudwatchlogging.event.Destination;

/**
 * Measures the calls that carry events.
 */
final class MeteredService implements LogsService {

	private final LogsService service;

	private final DeliveryMeter meter;

	private final LongSupplier nanoClock;

	MeteredService(LogsService service, DeliveryMeter meter, LongSupplier nanoClock) {
		this.service = service;
		this.meter = meter;
		this.nanoClock = nanoClock;
	}

	@Override
	public Outcome putLogEvents(Destination destination, BatchSlice events) {
		this.meter.putSized(events.count(), events.bytes());
		long startNanos = this.nanoClock.getAsLong();
		Outcome outcome;
		try {
			outcome = this.service.putLogEvents(destination, events);
		}
		catch (Throwable ex) {
			this.meter.putAnswered(PutResult.FAILED, this.nanoClock.getAsLong() - startNanos);
			throw ex;
		}
		long nowNanos = this.nanoClock.getAsLong();
		PutResult result = PutResult.of(outcome);
		this.meter.putAnswered(result, nowNanos - startNanos);
		if (result == PutResult.DELIVERED || result == PutResult.PARTLY_REJECTED) {
			this.meter.delivered(nowNanos - events.batch().openedAtNanos());
		}
		return outcome;
	}

	@Override
	public boolean ordersByTime() {
		return this.service.ordersByTime();
	}

	@Override
	public Outcome createLogStream(Destination destination) {
		return this.service.createLogStream(destination);
	}

	@Override
	public Outcome createLogGroup(String group) {
		return this.service.createLogGroup(group);
	}

	@Override
	public Outcome putRetentionPolicy(String group, int days) {
		return this.service.putRetentionPolicy(group, days);
	}

	@Override
	public void close() {
		this.service.close();
	}

}
