package io.github.cloudwatchlogging.sample.orders;

/**
 * Thrown where the database refuses to change an order.
 */
class OrderChangeFailedException extends RuntimeException {

	OrderChangeFailedException(long id, Throwable cause) {
		super("Order " + id + " could not be changed", cause);
	}

}
