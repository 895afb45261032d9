package io.github.cloudwatchlogging.test;

import io.github.cloudwatchlogging.test.junit.CloudWatchLogsExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;

/**
 * What most tests start from: a server whose clock stands still, with stream "s" of group
 * "g", and an SDK client that tries once.
 */
abstract class ServerWithStream {

	static final long NOW = TestClock.START.toEpochMilli();

	@RegisterExtension
	static final CloudWatchLogsExtension logs = new CloudWatchLogsExtension(
			EmbeddedCloudWatchLogs.builder().clock(new TestClock()));

	final EmbeddedCloudWatchLogs server = logs.server();

	final CloudWatchLogsClient client = Clients.of(this.server);

	@BeforeEach
	void createStream() {
		this.server.createLogGroup("g");
		this.server.createLogStream("g", "s");
	}

	@AfterEach
	void closeClient() {
		this.client.close();
	}

}
