package io.github.cloudwatchlogging.sample.orders;

/**
 * How far an order is.
 */
public enum OrderStatus {

	/**
	 * Taken, and still here.
	 */
	OPEN,

	/**
	 * On its way to the customer.
	 */
	SHIPPED

}
