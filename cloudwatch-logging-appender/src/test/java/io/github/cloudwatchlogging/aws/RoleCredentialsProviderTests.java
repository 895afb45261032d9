package io.github.cloudwatchlogging.aws;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * {@link RoleCredentialsProvider}.
 */
class RoleCredentialsProviderTests {

	@AfterEach
	void clearEndpoint() {
		System.clearProperty("aws.endpointUrlSts");
	}

	@Test
	void theClientOfStsIsClosedWithTheClientThatItSignsFor() {
		System.setProperty("aws.endpointUrlSts", "http://127.0.0.1:1");
		ClientSettings settings = new ClientSettings("eu-central-1", null, new StaticCredentials("key", "secret", null),
				AssumedRole.of("arn:aws:iam::123456789012:role/writer", null, null), Duration.ofSeconds(30),
				Compression.NONE);
		CloudWatchLogsClient client = OwnClient.build(settings, null, (builder) -> {
		});
		var provider = client.serviceClientConfiguration().credentialsProvider();
		client.close();
		assertThatThrownBy(() -> provider.resolveIdentity().join()).isInstanceOf(RejectedExecutionException.class);
	}

}
