package io.github.cloudwatchlogging.delivery;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Hands measurements to meters that come and go while the engine runs. What one of them
 * throws is kept from the engine. Thread-safe.
 */
public final class MeterRelay implements DeliveryMeter {

	private final List<DeliveryMeter> meters = new CopyOnWriteArrayList<>();

	/**
	 * Adds a meter.
	 * @param meter measures from now on
	 */
	public void add(DeliveryMeter meter) {
		this.meters.add(meter);
	}

	/**
	 * Removes a meter.
	 * @param meter measures no more
	 */
	public void remove(DeliveryMeter meter) {
		this.meters.remove(meter);
	}

	@Override
	public void putAnswered(PutResult result, long nanos) {
		tell((meter) -> meter.putAnswered(result, nanos));
	}

	@Override
	public void putSized(int events, long bytes) {
		tell((meter) -> meter.putSized(events, bytes));
	}

	@Override
	public void delivered(long lagNanos) {
		tell((meter) -> meter.delivered(lagNanos));
	}

	@Override
	public void retryScheduled() {
		tell(DeliveryMeter::retryScheduled);
	}

	private void tell(Consumer<DeliveryMeter> verb) {
		for (DeliveryMeter meter : this.meters) {
			try {
				verb.accept(meter);
			}
			catch (RuntimeException brokenMeter) {
				// A measurement is lost, an event is not.
			}
		}
	}

}
