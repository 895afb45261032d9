package io.github.cloudwatchlogging.sample;

import java.util.List;

import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.store.ReceivedEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The life of one service, from its start to its end, as CloudWatch Logs sees it.
 */
class ShippedLogTests {

	private static List<ReceivedEvent> events = List.of();

	@BeforeAll
	static void liveAndDie() {
		SpringApplication application = new SpringApplication(SampleApplication.class);
		application.setMainApplicationClass(SampleApplication.class);
		ConfigurableApplicationContext context = application.run("--server.port=0");
		EmbeddedCloudWatchLogs server = context.getBean(EmbeddedCloudWatchLogs.class);
		try (context) {
			use(RestTestClient.bindToServer()
				.baseUrl("http://localhost:" + context.getEnvironment().getProperty("local.server.port"))
				.defaultHeader("X-Request-Id", "demo-1")
				.defaultHeader("X-Tenant", "acme")
				.build());
		}
		events = server.events();
	}

	private static void use(RestTestClient client) {
		client.post().uri("/orders").contentType(MediaType.APPLICATION_JSON).body("""
				{"customer": "Ada", "item": "tea", "quantity": 3}""").exchange().expectStatus().isCreated();
		client.post().uri("/orders/1/fail").exchange().expectStatus().is5xxServerError();
		client.post().uri("/load?events=1000&threads=2").exchange().expectStatus().isOk();
		client.post()
			.uri("/actuator/cloudwatchlogs")
			.contentType(MediaType.APPLICATION_JSON)
			.body("{\"timeout\": \"10s\"}")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.complete")
			.isEqualTo(true);
		client.get().uri("/actuator/metrics/cloudwatch.logs.delivered").exchange().expectStatus().isOk();
		client.get()
			.uri("/received")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.ledger.balanced")
			.isEqualTo(true);
	}

	@Test
	void theFirstLineIsThere() {
		assertThat(events.get(0).message()).contains("Starting SampleApplication");
	}

	@Test
	void theLastLineIsThere() {
		assertThat(events.get(events.size() - 1).message()).contains("Shutdown completed");
	}

	@Test
	void theGroupHasTheApplicationsName() {
		assertThat(events).extracting(ReceivedEvent::group).containsOnly("orders");
	}

	@Test
	void theEventsOfARequestHoldItsContextAndTheirKeyValuePairs() {
		assertThat(events).extracting(ReceivedEvent::message)
			.filteredOn((message) -> message.contains("Order 1 placed"))
			.singleElement()
			.asString()
			.contains("\"requestId\":\"demo-1\"", "\"tenant\":\"acme\"", "\"orderId\":1", "\"quantity\":3");
	}

	@Test
	void aFailureIsOneEventWithItsCauses() {
		assertThat(events).extracting(ReceivedEvent::message)
			.filteredOn((message) -> message.contains("Request failed"))
			.singleElement()
			.asString()
			.contains("OrderChangeFailedException", "QUANTITY_IS_POSITIVE", "OrderService.takeBackAll");
	}

	@Test
	void everyNumberedEventIsThereOnce() {
		assertThat(events).extracting(ReceivedEvent::message)
			.filteredOn((message) -> message.contains("Load event seq="))
			.hasSize(1000)
			.doesNotHaveDuplicates();
	}

}
