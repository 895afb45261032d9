package io.github.cloudwatchlogging.sample.orders;

import java.util.List;
import java.util.Objects;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.github.cloudwatchlogging.sample.CapturedLog;
import io.github.cloudwatchlogging.sample.SampleTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.event.KeyValuePair;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@SampleTest
class OrdersTests {

	@RegisterExtension
	private final CapturedLog log = new CapturedLog();

	private final RestTestClient client;

	private final ShippingJob job;

	private final JdbcClient jdbc;

	OrdersTests(@Autowired RestTestClient client, @Autowired ShippingJob job, @Autowired JdbcClient jdbc) {
		this.client = client;
		this.job = job;
		this.jdbc = jdbc;
	}

	@BeforeEach
	void deleteOrders() {
		this.jdbc.sql("DELETE FROM orders").update();
	}

	@Test
	void aPlacedOrderCanBeRead() {
		long id = place("tea", 3);
		this.client.get()
			.uri("/orders/{id}", id)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.customer")
			.isEqualTo("Ada")
			.jsonPath("$.item")
			.isEqualTo("tea")
			.jsonPath("$.quantity")
			.isEqualTo(3)
			.jsonPath("$.status")
			.isEqualTo("OPEN");
		assertThat(valueOf("orderId", this.log.only("Order " + id + " placed"))).isEqualTo(id);
	}

	@Test
	void ordersAreListedInTheOrderInWhichTheyWerePlaced() {
		place("tea", 1);
		place("milk", 2);
		this.client.get()
			.uri("/orders")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$[*].item")
			.isEqualTo(List.of("tea", "milk"));
	}

	@Test
	void anUnknownOrderIsAProblem() {
		this.client.get()
			.uri("/orders/4711")
			.exchange()
			.expectStatus()
			.isNotFound()
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.jsonPath("$.detail")
			.isEqualTo("There is no order 4711");
	}

	@Test
	void anOrderOfNothingIsRefused() {
		this.client.post()
			.uri("/orders")
			.contentType(MediaType.APPLICATION_JSON)
			.body("""
					{"customer": "Ada", "item": "tea", "quantity": 0}""")
			.exchange()
			.expectStatus()
			.isBadRequest()
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

	@Test
	void aFailureIsLoggedWithItsCausesAndAnsweredAsAProblem() {
		long id = place("tea", 3);
		this.client.post()
			.uri("/orders/{id}/fail", id)
			.exchange()
			.expectStatus()
			.is5xxServerError()
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.jsonPath("$.detail")
			.isEqualTo("Order " + id + " could not be changed");
		ILoggingEvent failure = this.log.only("Request failed");
		assertThat(failure.getLevel()).isEqualTo(Level.ERROR);
		assertThat(failure.getThrowableProxy().getClassName()).isEqualTo(OrderChangeFailedException.class.getName());
		assertThat(failure.getThrowableProxy().getStackTraceElementProxyArray()).isNotEmpty();
		assertThat(failure.getThrowableProxy().getCause().getCause().getMessage()).contains("QUANTITY_IS_POSITIVE");
	}

	@Test
	void theJobShipsTheOldestOpenOrder() {
		long oldest = place("tea", 1);
		long next = place("milk", 2);
		this.job.shipOldest();
		assertThat(statusOf(oldest)).isEqualTo("SHIPPED");
		assertThat(statusOf(next)).isEqualTo("OPEN");
		ILoggingEvent shipped = this.log.only("Order " + oldest + " shipped");
		assertThat(valueOf("orderId", shipped)).isEqualTo(oldest);
		assertThat(valueOf("openOrders", shipped)).isEqualTo(1L);
	}

	@Test
	void theJobIsQuietWhenNoOrderIsOpen() {
		this.job.shipOldest();
		assertThat(this.log.all("Order")).isEmpty();
	}

	private long place(String item, int quantity) {
		Order order = this.client.post()
			.uri("/orders")
			.body(new NewOrder("Ada", item, quantity))
			.exchange()
			.expectStatus()
			.isCreated()
			.expectBody(Order.class)
			.returnResult()
			.getResponseBody();
		return Objects.requireNonNull(order).id();
	}

	private String statusOf(long id) {
		return this.jdbc.sql("SELECT status FROM orders WHERE id = ?").param(id).query(String.class).single();
	}

	private static @Nullable Object valueOf(String key, ILoggingEvent event) {
		return event.getKeyValuePairs()
			.stream()
			.filter((pair) -> pair.key.equals(key))
			.map((KeyValuePair pair) -> pair.value)
			.findFirst()
			.orElse(null);
	}

}
