package io.github.cloudwatchlogging.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import ch.qos.logback.classic.LoggerContext;
import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.junit.CloudWatchLogsExtension;
import io.github.cloudwatchlogging.test.store.ReceivedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.FileSystemResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The examples of the README, run.
 */
class ReadmeExamplesTests {

	private static final Path README = Path.of("..", "README.md");

	private static final MarkdownBlocks BLOCKS = MarkdownBlocks.of("README.md");

	@RegisterExtension
	static final CloudWatchLogsExtension logs = new CloudWatchLogsExtension();

	private final EmbeddedCloudWatchLogs server = logs.server();

	@TempDir
	private Path directory;

	@Test
	void theTwoPropertiesNameGroupAndStream() throws IOException {
		Path yaml = Files.writeString(this.directory.resolve("example.yml"), BLOCKS.first("yaml", "cloudwatch:"));
		PropertySource<?> properties = new YamlPropertySourceLoader().load("example", new FileSystemResource(yaml))
			.get(0);
		TestApplications
			.run(TestApplications.LoggingAtItsEnd.class, TestApplications.sendingTo(this.server,
					argument(properties, "cloudwatch.logs.group"), argument(properties, "cloudwatch.logs.stream")))
			.close();
		String process = Long.toString(ProcessHandle.current().pid());
		assertThat(this.server.streams("/apps/orders")).singleElement().asString().endsWith("/" + process);
	}

	private static String argument(PropertySource<?> properties, String name) {
		return "--" + name + "=" + properties.getProperty(name);
	}

	@Test
	void theConfigurationWithoutSpringDelivers() throws Exception {
		String configuration = BLOCKS.first("xml", "<configuration>")
			.replace("<group>", PlainLogback.sendingTo(this.server) + "<group>");
		LoggerContext context = PlainLogback.load(configuration);
		context.getLogger("shop").info("sold");
		context.stop();
		assertThat(this.server.events().stream().map(ReceivedEvent::message)).singleElement()
			.asString()
			.endsWith("INFO  shop - sold");
	}

	@Test
	void eachPropertyOfTheTableExists() throws IOException {
		String metadata = Files
			.readString(Path.of("target", "classes", "META-INF", "spring-configuration-metadata.json"));
		List<MatchResult> rows = Pattern.compile("(?m)^\\| (`[a-z.`, -]+?`) \\| ")
			.matcher(Files.readString(README))
			.results()
			.toList();
		List<String> names = rows.stream()
			.flatMap((row) -> Pattern.compile("`([a-z.-]+)`").matcher(row.group(1)).results())
			.map((name) -> name.group(1))
			.toList();
		assertThat(names).hasSizeGreaterThan(15)
			.allSatisfy((name) -> assertThat(metadata).contains("\"cloudwatch.logs." + name + "\""));
	}

}
