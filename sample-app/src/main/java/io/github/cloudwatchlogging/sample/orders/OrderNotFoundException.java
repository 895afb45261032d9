package io.github.cloudwatchlogging.sample.orders;

/**
 * Thrown where there is no order of a number.
 */
class OrderNotFoundException extends RuntimeException {

	OrderNotFoundException(long id) {
		super("There is no order " + id);
	}

}
