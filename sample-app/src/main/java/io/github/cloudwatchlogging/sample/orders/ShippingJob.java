package io.github.cloudwatchlogging.sample.orders;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Ships one order at a time.
 */
@Component
class ShippingJob {

	private static final String INTERVAL = "${orders.shipping-interval}";

	private final OrderService orders;

	ShippingJob(OrderService orders) {
		this.orders = orders;
	}

	@Scheduled(initialDelayString = INTERVAL, fixedDelayString = INTERVAL)
	void shipOldest() {
		this.orders.shipOldest();
	}

}
