package io.github.cloudwatchlogging.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps what it is told.
 */
final class CountingMeter implements DeliveryMeter {

	final List<String> told = new ArrayList<>();

	@Override
	public void putAnswered(PutResult result, long nanos) {
		this.told.add(result + " after " + Duration.ofNanos(nanos));
	}

	@Override
	public void putSized(int events, long bytes) {
		this.told.add(events + " events, " + bytes + " bytes");
	}

	@Override
	public void delivered(long lagNanos) {
		this.told.add("delivered after " + Duration.ofNanos(lagNanos));
	}

	@Override
	public void retryScheduled() {
		this.told.add("retry");
	}

}
