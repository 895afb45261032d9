package io.github.cloudwatchlogging.autoconfigure;

import java.time.Duration;
import java.util.concurrent.FutureTask;

import io.github.cloudwatchlogging.aws.ClientSettings;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;

/**
 * Contexts with connection details, for an engine that is out of patience from the first.
 */
class ContextClientTests {

	private final CloudWatchLogsClient clientOfContext = mock(CloudWatchLogsClient.class);

	private final ContextClient client = new ContextClient(ClientSettings.DEFAULT, Duration.ZERO);

	@Test
	void areWaitedForAsLongAsTheyTake() {
		this.client.expectDetails();
		FutureTask<CloudWatchLogsClient> engine = new FutureTask<>(this.client::client);
		Thread thread = new Thread(engine);
		thread.start();
		await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
		this.client.handOver(() -> this.clientOfContext, false);
		assertThat(engine).succeedsWithin(Duration.ofSeconds(10)).isSameAs(this.clientOfContext);
	}

	@Test
	void leaveNoClientOfThePropertiesWhereTheyFail() {
		this.client.expectDetails();
		this.client.stopWaiting();
		assertThatIllegalStateException().isThrownBy(this.client::client).withMessageContaining("connection details");
	}

	@Test
	void doNotHoldUpWhatALivingContextSends() {
		this.client.handOver(() -> this.clientOfContext, false);
		this.client.expectDetails();
		assertThat(this.client.client()).isSameAs(this.clientOfContext);
	}

}
