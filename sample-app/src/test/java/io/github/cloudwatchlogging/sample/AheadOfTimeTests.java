package io.github.cloudwatchlogging.sample;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.junit.CloudWatchLogsExtension;
import io.github.cloudwatchlogging.test.store.ReceivedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The service with the beans that the build has decided about, in a JVM of its own.
 */
class AheadOfTimeTests {

	@RegisterExtension
	static final CloudWatchLogsExtension logs = new CloudWatchLogsExtension();

	private final EmbeddedCloudWatchLogs server = logs.server();

	@Test
	void everyLineFromStartingToTheLastIsThere(@TempDir Path directory) throws Exception {
		Path output = directory.resolve("output.log");
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-Dspring.aot.enabled=true", "-cp", System.getProperty("java.class.path"),
				SampleApplication.class.getName(), "--server.port=0", "--server.address=127.0.0.1",
				"--cloudwatch.logs.endpoint=" + this.server.endpoint(),
				"--cloudwatch.logs.region=" + this.server.region(),
				"--cloudwatch.logs.credentials.access-key=" + this.server.accessKey(),
				"--cloudwatch.logs.credentials.secret-key=" + this.server.secretKey())
			.redirectErrorStream(true)
			.redirectOutput(output.toFile())
			.start();
		try {
			await().atMost(Duration.ofMinutes(1))
				.until(() -> Files.readString(output).contains("Started SampleApplication") || !process.isAlive());
			process.destroy();
			assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
		}
		finally {
			process.destroyForcibly();
		}
		List<String> messages = this.server.events().stream().map(ReceivedEvent::message).toList();
		assertThat(messages).as(Files.readString(output)).isNotEmpty();
		assertThat(messages.get(0)).contains("Starting AOT-processed SampleApplication");
		assertThat(messages.get(messages.size() - 1)).contains("Shutdown completed");
	}

}
