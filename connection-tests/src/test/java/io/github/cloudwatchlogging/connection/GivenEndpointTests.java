package io.github.cloudwatchlogging.connection;

import java.net.URI;

import io.github.cloudwatchlogging.autoconfigure.CloudWatchLogsConnectionDetails;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * Any service that was started by hand, for instance Moto:
 * {@code -Dcloudwatch.logs.test.endpoint=http://127.0.0.1:5000}.
 */
@EnabledIfSystemProperty(named = GivenEndpointTests.ENDPOINT, matches = ".+")
@Import(GivenEndpointTests.Connection.class)
class GivenEndpointTests extends DeliveryContract {

	static final String ENDPOINT = "cloudwatch.logs.test.endpoint";

	@TestConfiguration(proxyBeanMethods = false)
	static class Connection {

		@Bean
		CloudWatchLogsConnectionDetails details() {
			return new GivenConnectionDetails(URI.create(System.getProperty(ENDPOINT)));
		}

	}

}
