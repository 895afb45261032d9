package io.github.cloudwatchlogging.sample.orders;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What can be done with orders.
 */
@Service
class OrderService {

	private static final Logger logger = LoggerFactory.getLogger(OrderService.class);

	private final OrderRepository orders;

	OrderService(OrderRepository orders) {
		this.orders = orders;
	}

	@Transactional
	Order place(NewOrder newOrder) {
		Order order = find(this.orders.insert(newOrder));
		logger.atInfo()
			.addKeyValue("orderId", order.id())
			.addKeyValue("quantity", order.quantity())
			.log("Order {} placed", order.id());
		return order;
	}

	Order find(long id) {
		return this.orders.find(id).orElseThrow(() -> new OrderNotFoundException(id));
	}

	List<Order> findAll() {
		return this.orders.findAll();
	}

	/**
	 * Takes back all that was ordered. The table does not allow that, and so it fails.
	 */
	@Transactional
	void takeBackAll(long id) {
		Order order = find(id);
		try {
			this.orders.reduceQuantity(id, order.quantity());
		}
		catch (DataAccessException ex) {
			throw new OrderChangeFailedException(id, ex);
		}
	}

	@Transactional
	void shipOldest() {
		long open = this.orders.countOpen();
		this.orders.findOldestOpen().ifPresentOrElse((order) -> ship(order, open), () -> logger.debug("No open order"));
	}

	private void ship(Order order, long open) {
		this.orders.markShipped(order.id());
		logger.atInfo()
			.addKeyValue("orderId", order.id())
			.addKeyValue("openOrders", open - 1)
			.log("Order {} shipped", order.id());
	}

}
