package io.github.cloudwatchlogging.sample.orders;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/**
 * The table of orders.
 */
@Repository
class OrderRepository {

	private static final String SELECT = "SELECT id, customer, item, quantity, status, placed_at FROM orders ";

	private final JdbcClient jdbc;

	OrderRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	long insert(NewOrder order) {
		KeyHolder keys = new GeneratedKeyHolder();
		this.jdbc.sql("INSERT INTO orders (customer, item, quantity) VALUES (:customer, :item, :quantity)")
			.paramSource(order)
			.update(keys, "id");
		return Objects.requireNonNull(keys.getKeyAs(Long.class));
	}

	Optional<Order> find(long id) {
		return this.jdbc.sql(SELECT + "WHERE id = :id").param("id", id).query(Order.class).optional();
	}

	List<Order> findAll() {
		return this.jdbc.sql(SELECT + "ORDER BY id").query(Order.class).list();
	}

	Optional<Order> findOldestOpen() {
		return this.jdbc.sql(SELECT + "WHERE status = 'OPEN' ORDER BY id FETCH FIRST ROW ONLY")
			.query(Order.class)
			.optional();
	}

	long countOpen() {
		return this.jdbc.sql("SELECT count(*) FROM orders WHERE status = 'OPEN'").query(Long.class).single();
	}

	void markShipped(long id) {
		this.jdbc.sql("UPDATE orders SET status = 'SHIPPED' WHERE id = :id").param("id", id).update();
	}

	void reduceQuantity(long id, int by) {
		this.jdbc.sql("UPDATE orders SET quantity = quantity - :by WHERE id = :id")
			.param("by", by)
			.param("id", id)
			.update();
	}

}
