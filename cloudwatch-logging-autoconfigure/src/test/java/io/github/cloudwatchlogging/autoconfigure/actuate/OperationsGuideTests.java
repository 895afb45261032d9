package io.github.cloudwatchlogging.autoconfigure.actuate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.cloudwatchlogging.autoconfigure.actuate.ActuatorApplication.Answer;
import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.junit.CloudWatchLogsExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page about operations: its commands, run in their order, answer what it shows. What
 * it should be lies in {@code target/operations.md}.
 */
class OperationsGuideTests {

	private static final Logger logger = LoggerFactory.getLogger("shop");

	private static final Path GUIDE = Path.of("..", "docs", "operations.md");

	private static final Pattern EXAMPLE = Pattern
		.compile("```sh\ncurl (?<post>-X POST -H 'Content-Type: application/json' -d '(?<body>[^']*)' )?"
				+ "localhost:8080/actuator/(?<path>\\S+)\n```\n\n```json\n.*?\n```\n", Pattern.DOTALL);

	private static final JsonMapper JSON = JsonMapper.shared();

	@RegisterExtension
	static final CloudWatchLogsExtension logs = new CloudWatchLogsExtension();

	private final EmbeddedCloudWatchLogs server = logs.server();

	@Test
	void eachCommandAnswersWhatThePageShows() throws IOException {
		this.server.faults().on("PutLogEvents").times(1).throttle();
		String guide = Files.readString(GUIDE);
		StringBuilder actual = new StringBuilder();
		Matcher example = EXAMPLE.matcher(guide);
		int examples = 0;
		try (ActuatorApplication application = ActuatorApplication.start(this.server, "--logging.level.root=OFF",
				"--logging.level.shop=INFO", "--cloudwatch.logs.group=/apps/orders",
				"--cloudwatch.logs.stream=host-1/4711", "--cloudwatch.logs.batch.max-delay=1m",
				"--cloudwatch.logs.max-destinations=100")) {
			logger.info("order placed");
			application.post("cloudwatchlogs", "{}");
			while (example.find()) {
				examples++;
				logger.info("order placed");
				Answer answer = (example.group("post") != null)
						? application.post(example.group("path"), example.group("body"))
						: application.get(example.group("path"));
				assertThat(answer.status()).as(example.group()).isEqualTo(200);
				String command = example.group().substring(0, example.group().indexOf("```json"));
				example.appendReplacement(actual,
						Matcher.quoteReplacement(command + "```json\n" + readable(answer.body()) + "\n```\n"));
			}
		}
		example.appendTail(actual);
		Files.writeString(Path.of("target", "operations.md"), actual);
		assertThat(examples).isGreaterThan(4);
		assertThat(guide).isEqualTo(actual.toString());
	}

	/**
	 * Returns the answer in several lines, with the times and the address at which the
	 * page was written.
	 */
	private String readable(String body) {
		return JSON.writerWithDefaultPrettyPrinter()
			.writeValueAsString(JSON.readTree(body))
			.replace("\r", "")
			.replace("\" : ", "\": ")
			.replace("{ }", "{}")
			.replace(this.server.endpoint().toString(), "http://127.0.0.1:4566")
			.replaceAll("\"\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z\"", "\"2026-11-21T10:15:30.123456Z\"")
			.replaceAll("\"(oldestPendingAge|took)\": \"PT[^\"]+\"", "\"$1\": \"PT0.0123S\"");
	}

}
