package io.github.cloudwatchlogging.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import ch.qos.logback.classic.LoggerContext;
import io.github.cloudwatchlogging.settings.SpoolSync;
import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.junit.CloudWatchLogsExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.FileSystemResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The examples of the document on crash-safe mode, run.
 */
class CrashSafeModeExamplesTests {

	private static final MarkdownBlocks BLOCKS = MarkdownBlocks.of("docs/crash-safe-mode.md");

	private static final String DIRECTORY = "/var/lib/orders/cloudwatch-logs";

	@RegisterExtension
	static final CloudWatchLogsExtension logs = new CloudWatchLogsExtension();

	private final EmbeddedCloudWatchLogs server = logs.server();

	@TempDir
	private Path temporary;

	@Test
	void thePropertiesTurnItOn() throws IOException {
		Path yaml = Files.writeString(this.temporary.resolve("example.yml"), BLOCKS.first("yaml"));
		CloudWatchLogsProperties properties = new Binder(ConfigurationPropertySources
			.from(new YamlPropertySourceLoader().load("example", new FileSystemResource(yaml))))
			.bind("cloudwatch.logs", CloudWatchLogsProperties.class)
			.get();
		assertThat(properties.spool().enabled()).isTrue();
		assertThat(properties.spool().directory()).isEqualTo(DIRECTORY);
		assertThat(properties.spool().sync()).isEqualTo(SpoolSync.NONE);
	}

	@Test
	void theConfigurationWithoutSpringKeepsItsEventsInFiles() throws Exception {
		Path spool = this.temporary.resolve("spool");
		String configuration = BLOCKS.first("xml")
			.replace(DIRECTORY, spool.toString())
			.replace("<group>", PlainLogback.sendingTo(this.server) + "<group>");
		LoggerContext context = PlainLogback.load(configuration);
		context.getLogger("shop").info("sold");
		assertThat(spool).isDirectoryContaining(Files::isDirectory);
		context.stop();
		assertThat(this.server.events()).singleElement()
			.satisfies((event) -> assertThat(event.message()).contains("\"sold\""));
		assertThat(spool).isEmptyDirectory();
	}

}
