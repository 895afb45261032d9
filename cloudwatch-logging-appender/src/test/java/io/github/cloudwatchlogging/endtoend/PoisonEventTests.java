package io.github.cloudwatchlogging.endtoend;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import ch.qos.logback.core.status.Status;
import io.github.cloudwatchlogging.ledger.Balance;
import io.github.cloudwatchlogging.ledger.DropCause;
import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.junit.CloudWatchLogsExtension;
import io.github.cloudwatchlogging.test.store.ReceivedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One event that the service refuses, among many that it takes.
 */
class PoisonEventTests {

	@RegisterExtension
	static final CloudWatchLogsExtension logs = new CloudWatchLogsExtension();

	private final EmbeddedCloudWatchLogs server = logs.server();

	@Test
	void costsItselfAndIsToldWithItsLoggerAndTime() throws Exception {
		this.server.createLogGroup("test");
		this.server.createLogStream("test", "stream");
		this.server.faults().on("PutLogEvents").always().poison((message) -> message.contains("poison"));
		try (LogbackApplication application = LogbackApplication.start(this.server, "")) {
			IntStream.range(0, 1000)
				.forEach((number) -> application.logger("com.acme.Shop")
					.info((number == 700) ? "poison" : "{}", number));
			application.appender().flush(Duration.ofSeconds(10));
			Balance balance = application.appender().snapshot().balance();
			assertThat(balance.delivered()).isEqualTo(999);
			assertThat(balance.dropped(DropCause.REFUSED)).isEqualTo(1);
			assertThat(balance.isBalanced()).isTrue();
			List<String> told = application.context()
				.getStatusManager()
				.getCopyOfStatusList()
				.stream()
				.filter((status) -> status.getLevel() == Status.WARN)
				.map(Status::getMessage)
				.toList();
			assertThat(told).singleElement()
				.asString()
				.contains("InvalidParameterException", "com.acme.Shop", "poison");
		}
		assertThat(this.server.requests("PutLogEvents")).hasSizeLessThanOrEqualTo(21);
		assertThat(this.server.events("test", "stream").stream().map(ReceivedEvent::message)).hasSize(999)
			.noneMatch((message) -> message.contains("poison"));
	}

}
