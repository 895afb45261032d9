package io.github.cloudwatchlogging.sample.orders;

import org.springframework.util.Assert;

/**
 * What a customer asks for.
 *
 * @param customer who orders
 * @param item what is ordered
 * @param quantity how many of it, at least one
 */
public record NewOrder(String customer, String item, int quantity) {

	public NewOrder {
		Assert.hasText(customer, "An order needs a customer");
		Assert.hasText(item, "An order needs an item");
		Assert.isTrue(quantity > 0, "An order needs a quantity of at least one");
	}

}
