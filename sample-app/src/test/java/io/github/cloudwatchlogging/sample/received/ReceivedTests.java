package io.github.cloudwatchlogging.sample.received;

import java.util.stream.Stream;

import io.github.cloudwatchlogging.sample.SampleTest;
import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@SampleTest
class ReceivedTests {

	private final RestTestClient client;

	private final EmbeddedCloudWatchLogs server;

	ReceivedTests(@Autowired RestTestClient client, @Autowired EmbeddedCloudWatchLogs server) {
		this.client = client;
		this.server = server;
	}

	@Test
	void theServersNumberedEventsAreCounted() {
		put("Load event seq=0 run=received", "Load event seq=1 run=received", "Load event seq=1 run=received");
		this.client.get()
			.uri("/received")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.runs[?(@.run == 'received')].distinct")
			.isEqualTo(2)
			.jsonPath("$.runs[?(@.run == 'received')].duplicates")
			.isEqualTo(1);
	}

	private void put(String... messages) {
		this.server.createLogGroup("received");
		this.server.createLogStream("received", "received");
		long now = System.currentTimeMillis();
		try (CloudWatchLogsClient aws = aws()) {
			aws.putLogEvents((request) -> request.logGroupName("received")
				.logStreamName("received")
				.logEvents(Stream.of(messages)
					.map((message) -> InputLogEvent.builder().timestamp(now).message(message).build())
					.toList()));
		}
		assertThat(this.server.events("received", "received")).hasSize(messages.length);
	}

	private CloudWatchLogsClient aws() {
		return CloudWatchLogsClient.builder()
			.endpointOverride(this.server.endpoint())
			.region(Region.of(this.server.region()))
			.credentialsProvider(StaticCredentialsProvider
				.create(AwsBasicCredentials.create(this.server.accessKey(), this.server.secretKey())))
			.build();
	}

}
