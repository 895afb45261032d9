package io.github.cloudwatchlogging.delivery;

/**
 * Hands measurements to meters that come and go while the engine runs. What one of them
 * throws is kept from the engine. Thread-safe.
 */
public final class MeterRelay implements DeliveryMeter {

	private final Audience<DeliveryMeter> meters = new Audience<>();

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
		this.meters.tell((meter) -> meter.putAnswered(result, nanos));
	}

	@Override
	public void putSized(int events, long bytes) {
		this.meters.tell((meter) -> meter.putSized(events, bytes));
	}

	@Override
	public void delivered(long lagNanos) {
		this.meters.tell((meter) -> meter.delivered(lagNanos));
	}

	@Override
	public void retryScheduled() {
		this.meters.tell(DeliveryMeter::retryScheduled);
	}

}
