package io.github.cloudwatchlogging.connection;

import java.time.Duration;

import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.spring.AutoConfigureCloudWatchLogs;
import io.github.cloudwatchlogging.test.store.ReceivedEvent;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * One line beside {@code @SpringBootTest}, in an application whose own configuration
 * points elsewhere.
 */
@SpringBootTest(classes = TestApplication.class,
		properties = { "cloudwatch.logs.endpoint=http://127.0.0.1:9", "cloudwatch.logs.enabled=false",
				"cloudwatch.logs.credentials.profile=none-such", "cloudwatch.logs.group=annotation",
				"cloudwatch.logs.stream=stream" })
@AutoConfigureCloudWatchLogs
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AutoConfigureCloudWatchLogsTests {

	@Autowired
	private EmbeddedCloudWatchLogs field;

	@Test
	@Order(1)
	void theFirstTestSeesWhatTheApplicationLoggedAtItsStart(EmbeddedCloudWatchLogs server) {
		awaitMessage(server, "Starting ");
		server.stop();
		server.faults().onAny().always().deny();
	}

	@Test
	@Order(2)
	void theNextTestFindsTheServerAsNew(EmbeddedCloudWatchLogs server) {
		assertThat(server.isRunning()).isTrue();
		LoggerFactory.getLogger("test").info("an order came in");
		awaitMessage(server, "an order came in");
		assertThat(server.events()).extracting(ReceivedEvent::message)
			.noneMatch((message) -> message.contains("Starting "));
	}

	@Test
	@Order(3)
	void theServerIsABean(EmbeddedCloudWatchLogs server) {
		assertThat(this.field).isSameAs(server);
	}

	@Nested
	class InANestedClass {

		@Test
		void thereIsTheSameServer(EmbeddedCloudWatchLogs server) {
			assertThat(server).isSameAs(AutoConfigureCloudWatchLogsTests.this.field);
			LoggerFactory.getLogger("test").info("from a nested class");
			awaitMessage(server, "from a nested class");
		}

	}

	private static void awaitMessage(EmbeddedCloudWatchLogs server, String text) {
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(server.events("annotation", "stream")).extracting(ReceivedEvent::message)
				.anyMatch((message) -> message.contains(text)));
	}

}
