package io.github.cloudwatchlogging.connection;

import io.github.cloudwatchlogging.autoconfigure.CloudWatchLogsConnectionDetails;
import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * The test kit's own server.
 */
@Import(EmbeddedServerTests.Connection.class)
class EmbeddedServerTests extends DeliveryContract {

	@TestConfiguration(proxyBeanMethods = false)
	static class Connection {

		@Bean
		EmbeddedCloudWatchLogs server() {
			return EmbeddedCloudWatchLogs.start();
		}

		@Bean
		CloudWatchLogsConnectionDetails details(EmbeddedCloudWatchLogs server) {
			return new GivenConnectionDetails(server.endpoint());
		}

	}

}
