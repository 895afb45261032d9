package io.github.cloudwatchlogging.test;

import java.time.Duration;
import java.util.Map;

import io.github.cloudwatchlogging.test.quota.Quotas;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class QuotasTests {

	private final TestClock clock = new TestClock();

	@Test
	void throttlesWhatExceedsTheRateUntilTimeHasPassed() {
		try (EmbeddedCloudWatchLogs server = server(Quotas.none().with("PutLogEvents", 2));
				CloudWatchLogsClient client = Clients.of(server)) {
			put(client);
			put(client);
			assertThat(Clients.refusalOf(() -> put(client))).isEqualTo("400 ThrottlingException: Rate exceeded");
			this.clock.advance(Duration.ofMillis(500));
			put(client);
			assertThat(Clients.refusalOf(() -> put(client))).contains("ThrottlingException");
			this.clock.advance(Duration.ofHours(1));
			put(client);
			put(client);
			assertThat(Clients.refusalOf(() -> put(client))).contains("ThrottlingException");
			assertThat(server.eventCount()).isEqualTo(5);
			assertThat(server.requests("PutLogEvents")).hasSize(8);
		}
	}

	@Test
	void countsEachOperationForItself() {
		try (EmbeddedCloudWatchLogs server = server(Quotas.none().with("DescribeLogGroups", 1));
				CloudWatchLogsClient client = Clients.of(server)) {
			client.describeLogGroups();
			assertThat(Clients.refusalOf(client::describeLogGroups)).contains("ThrottlingException");
			put(client);
		}
	}

	@Test
	void aRefilledServerLetsRequestsThroughAgain() {
		try (EmbeddedCloudWatchLogs server = server(Quotas.none().with("DescribeLogGroups", 1));
				CloudWatchLogsClient client = Clients.of(server)) {
			client.describeLogGroups();
			server.clear();
			client.describeLogGroups();
		}
	}

	@Test
	void thereAreNoneUnlessAskedFor() {
		try (EmbeddedCloudWatchLogs server = server(Quotas.none()); CloudWatchLogsClient client = Clients.of(server)) {
			for (int i = 0; i < 50; i++) {
				client.describeLogGroups();
			}
			assertThat(server.requests("DescribeLogGroups")).hasSize(50);
		}
	}

	@Test
	void theDefaultsAreThoseOfAnAccount() {
		assertThat(Quotas.ofAccountDefaults().requestsPerSecond()).isEqualTo(
				Map.of("PutLogEvents", 5_000.0, "CreateLogStream", 50.0, "CreateLogGroup", 10.0, "DescribeLogGroups",
						10.0, "DescribeLogStreams", 25.0, "PutRetentionPolicy", 5.0, "TagResource", 5.0));
		try (EmbeddedCloudWatchLogs server = server(Quotas.ofAccountDefaults());
				CloudWatchLogsClient client = Clients.of(server)) {
			for (int i = 0; i < 10; i++) {
				client.describeLogGroups();
			}
			assertThat(Clients.refusalOf(client::describeLogGroups)).contains("ThrottlingException");
		}
	}

	@Test
	void refusesARateThatLetsNothingThrough() {
		assertThatIllegalArgumentException().isThrownBy(() -> Quotas.none().with("PutLogEvents", 0))
			.withMessageContaining("PutLogEvents");
	}

	private EmbeddedCloudWatchLogs server(Quotas quotas) {
		EmbeddedCloudWatchLogs server = EmbeddedCloudWatchLogs.builder().clock(this.clock).quotas(quotas).start();
		server.createLogGroup("g");
		server.createLogStream("g", "s");
		return server;
	}

	private void put(CloudWatchLogsClient client) {
		Clients.put(client, Clients.event(this.clock.millis(), "x"));
	}

}
