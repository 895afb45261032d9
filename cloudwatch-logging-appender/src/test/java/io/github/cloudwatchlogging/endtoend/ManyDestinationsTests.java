package io.github.cloudwatchlogging.endtoend;

import java.time.Duration;
import java.util.stream.IntStream;

import io.github.cloudwatchlogging.delivery.DeliverySnapshot;
import io.github.cloudwatchlogging.delivery.DeliveryThread;
import io.github.cloudwatchlogging.ledger.Balance;
import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.junit.CloudWatchLogsExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * More destinations than may be open at once.
 */
class ManyDestinationsTests {

	@RegisterExtension
	static final CloudWatchLogsExtension logs = new CloudWatchLogsExtension();

	private final EmbeddedCloudWatchLogs server = logs.server();

	@Test
	void aThousandInTurnStayWithinTheirBoundAndLoseNothing() throws Exception {
		String options = """
				<maxDestinations>64</maxDestinations>
				<stream>{mdc:stream}</stream>
				<batch><maxDelay>1 minute</maxDelay></batch>
				<encoder><pattern>%msg</pattern></encoder>
				""";
		this.server.createLogGroup("test");
		IntStream.range(0, 1000).forEach((stream) -> this.server.createLogStream("test", "stream-" + stream));
		try (LogbackApplication application = LogbackApplication.start(this.server, options)) {
			for (int round = 0; round < 2; round++) {
				for (int stream = 0; stream < 1000; stream++) {
					application.mdc().put("stream", "stream-" + stream);
					application.logger("a").info("{} {}", round, stream);
				}
			}
			await().atMost(Duration.ofSeconds(60)).until(() -> application.appender().snapshot().lanes().size() <= 64);
			assertThat(Thread.getAllStackTraces().keySet()).filteredOn(DeliveryThread.class::isInstance)
				.hasSizeLessThan(20);
			assertThat(application.appender().flush(Duration.ofSeconds(60)).isComplete()).isTrue();
			DeliverySnapshot snapshot = application.appender().snapshot();
			assertThat(snapshot.bufferUsedBytes()).isZero();
			Balance balance = snapshot.balance();
			assertThat(balance.delivered()).isEqualTo(2000);
			assertThat(balance.isBalanced()).isTrue();
		}
		assertThat(IntStream.range(0, 1000))
			.allSatisfy((stream) -> assertThat(this.server.events("test", "stream-" + stream))
				.extracting((event) -> event.message())
				.containsExactly("0 " + stream, "1 " + stream));
	}

}
