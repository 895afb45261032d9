package io.github.cloudwatchlogging.autoconfigure.actuate;

import java.util.ArrayList;
import java.util.List;

import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.junit.CloudWatchLogsExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Credentials and the account's id are in nothing that the Actuator answers, and in no
 * line of the console, while a service refuses us.
 */
@ExtendWith(OutputCaptureExtension.class)
class PlantedSecretsTests {

	private static final String[] PLANTED = { "AKIAPLANTEDACCESSKEY", "planted-secret-key", "planted-session-token",
			"123456789012" };

	@RegisterExtension
	static final CloudWatchLogsExtension logs = new CloudWatchLogsExtension();

	private final EmbeddedCloudWatchLogs server = logs.server();

	@Test
	void areNowhere(CapturedOutput output) {
		this.server.faults().onAny().always().deny();
		try (ActuatorApplication application = ActuatorApplication.start(this.server,
				"--cloudwatch.logs.credentials.access-key=AKIAPLANTEDACCESSKEY",
				"--cloudwatch.logs.credentials.secret-key=planted-secret-key",
				"--cloudwatch.logs.credentials.session-token=planted-session-token",
				"--cloudwatch.logs.group=/123456789012/orders", "--cloudwatch.logs.stream=of_123456789012",
				"--cloudwatch.logs.create.kms-key=arn:aws:kms:eu-central-1:123456789012:key/1",
				"--cloudwatch.logs.create.tags.owner=123456789012", "--cloudwatch.logs.metrics.per-stream=true",
				"--logging.level.io.github.cloudwatchlogging=DEBUG")) {
			await().until(() -> "DOWN".equals(application.get("health").text("/status")));
			List<String> paths = paths(application);
			assertThat(paths).contains("health", "cloudwatchlogs", "metrics", "prometheus", "env", "configprops")
				.anyMatch((path) -> path.startsWith("metrics/cloudwatch.logs."))
				.anyMatch((path) -> path.startsWith("cloudwatchlogs/"));
			for (String path : paths) {
				assertThat(application.get(path).body()).as(path).isNotEmpty().doesNotContain(PLANTED);
			}
			assertThat(application.post("cloudwatchlogs", "{\"timeout\": \"100ms\"}").body()).contains("~2A~2A~2A")
				.doesNotContain(PLANTED);
		}
		assertThat(output).contains("Cannot deliver to /***/orders / of_***").doesNotContain(PLANTED);
		assertThat(this.server.requests()).isNotEmpty()
			.allMatch((request) -> "AKIAPLANTEDACCESSKEY".equals(request.accessKey()));
	}

	private static List<String> paths(ActuatorApplication application) {
		List<String> paths = new ArrayList<>();
		for (JsonNode link : application.get("").json().path("_links")) {
			String path = link.path("href").asString().replaceFirst(".*/actuator/?", "");
			// The heap has everything, and a dump of it is for those who may have it.
			if (!link.path("templated").asBoolean() && !path.equals("heapdump") && !path.isEmpty()) {
				paths.add(path);
			}
		}
		for (JsonNode meter : application.get("metrics").json().path("names")) {
			paths.add("metrics/" + meter.asString());
		}
		paths.add("cloudwatchlogs/" + application.get("cloudwatchlogs").text("/streams/0/id"));
		return paths;
	}

}
