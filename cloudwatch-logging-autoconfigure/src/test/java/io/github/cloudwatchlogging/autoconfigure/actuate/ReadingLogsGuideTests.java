package io.github.cloudwatchlogging.autoconfigure.actuate;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.github.cloudwatchlogging.autoconfigure.MarkdownBlocks;
import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.junit.CloudWatchLogsExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The commands of the page on reading the logs, run with the AWS CLI that the system has.
 */
class ReadingLogsGuideTests {

	private static final Logger logger = LoggerFactory.getLogger("shop");

	private static final String STREAM = "host-1/4711";

	private static final @Nullable String CLI = directoryOfVersionTwo();

	@RegisterExtension
	static final CloudWatchLogsExtension logs = new CloudWatchLogsExtension();

	private final EmbeddedCloudWatchLogs server = logs.server();

	@TempDir
	private Path home;

	// Before each test, and printed: a class that is skipped as a whole is in no summary,
	// and the reason is in none.
	@BeforeEach
	void needsTheCli() {
		String reason = "Reading the logs is not tested: there is no AWS CLI of version 2 on the PATH (Debian: awscli)";
		if (CLI == null) {
			System.out.println(reason);
		}
		assumeTrue(CLI != null, reason);
	}

	private static @Nullable String directoryOfVersionTwo() {
		return Stream.of(System.getenv("PATH").split(File.pathSeparator))
			.filter((directory) -> new File(directory, "aws").canExecute())
			.filter((directory) -> version(directory).startsWith("aws-cli/2."))
			.findFirst()
			.orElse(null);
	}

	private static String version(String directory) {
		try {
			return run(new ProcessBuilder(directory + File.separator + "aws", "--version"));
		}
		catch (IOException | InterruptedException ex) {
			return "";
		}
	}

	@Test
	void eachCommandShowsWhatThePageSays() throws Exception {
		List<String> scripts = MarkdownBlocks.of("docs/reading-logs.md").in("sh");
		String server = scripts.get(0);
		assertThat(server).contains(this.server.accessKey(), this.server.secretKey(), this.server.region());
		// Who has no Insights at hand has nothing to ask.
		List<String> commands = scripts.stream().skip(1).filter((script) -> !script.contains("start-query")).toList();
		try (ActuatorApplication application = ActuatorApplication.start(this.server, "--cloudwatch.logs.group=orders",
				"--cloudwatch.logs.stream=" + STREAM, "--logging.level.root=OFF", "--logging.level.shop=INFO")) {
			MDC.put("requestId", "demo-1");
			logger.info("Order 1 placed");
			MDC.remove("requestId");
			logger.error("Order 2 failed", new IllegalStateException("no such card"));
			application.post("cloudwatchlogs", "{}");
			String prelude = server.replace("localhost:8080", application.address()) + "hostname() { echo host-1; }\n";
			List<String> outputs = commands.stream().map((command) -> output(prelude + command)).toList();
			assertThat(outputs).hasSize(6);
			assertThat(outputs.get(0)).contains("Order 1 placed", "Order 2 failed");
			assertThat(outputs.get(1)).contains("Order 1 placed").doesNotContain("Order 2 failed");
			assertThat(outputs.get(2)).contains("\"message\": \"Order 1 placed\"", STREAM);
			assertThat(outputs.get(3)).contains("Order 2 failed").doesNotContain("Order 1 placed");
			assertThat(outputs.get(4).strip()).isEqualTo(STREAM);
			assertThat(outputs.get(5)).containsSubsequence("Order 1 placed", "Order 2 failed");
		}
	}

	private String output(String script) {
		ProcessBuilder shell = new ProcessBuilder("sh", "-e", "-c", script);
		shell.environment().put("PATH", Objects.requireNonNull(CLI) + File.pathSeparator + System.getenv("PATH"));
		// Nothing of the machine's own settings, and no pager.
		shell.environment().keySet().removeIf((name) -> name.startsWith("AWS_"));
		shell.environment().put("HOME", this.home.toString());
		shell.environment().put("AWS_PAGER", "");
		try {
			return run(shell);
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String run(ProcessBuilder command) throws IOException, InterruptedException {
		Process process = command.redirectErrorStream(true).start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
		assertThat(process.exitValue()).as(output).isZero();
		return output;
	}

}
