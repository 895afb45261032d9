package io.github.cloudwatchlogging.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import ch.qos.logback.classic.LoggerContext;
import io.github.cloudwatchlogging.logback.ApplicationInfo;
import io.github.cloudwatchlogging.logback.EventVariables;
import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.junit.CloudWatchLogsExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.spi.MDCAdapter;

import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.FileSystemResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What {@code docs/templates-and-routes.md} says of names and routes, held to the code.
 */
class DocumentedRoutesTests {

	private static final String PAGE = "docs/templates-and-routes.md";

	private static final MarkdownBlocks BLOCKS = MarkdownBlocks.of(PAGE);

	@RegisterExtension
	static final CloudWatchLogsExtension logs = new CloudWatchLogsExtension();

	private final EmbeddedCloudWatchLogs server = logs.server();

	@TempDir
	private Path directory;

	@Test
	void theTableHasAllVariables() throws IOException {
		List<String> documented = Pattern.compile("(?m)^\\| `(\\{[^`]+})` \\|")
			.matcher(Files.readString(Path.of("..").resolve(PAGE)))
			.results()
			.map((row) -> row.group(1))
			.toList();
		String usages = EventVariables.catalog(ApplicationInfo.UNKNOWN, (key) -> null).usages();
		assertThat(documented).containsExactlyInAnyOrder(usages.split(" "));
	}

	@Test
	void theYamlAndTheXmlSendTheSameEventsToTheSamePlaces() throws Exception {
		ConfigurableApplicationContext context = TestApplications.run(TestApplications.WithoutAutoConfiguration.class,
				TestApplications.sendingTo(this.server, arguments()));
		this.server.clear();
		log(LoggerFactory.getILoggerFactory(), MDC.getMDCAdapter());
		context.close();
		Map<String, List<String>> fromYaml = arrived();
		this.server.clear();
		LoggerContext logback = logback();
		log(logback, logback.getMDCAdapter());
		logback.stop();
		String today = LocalDate.now(ZoneOffset.UTC).toString();
		assertThat(arrived()).isEqualTo(fromYaml)
			.containsEntry("/audit/orders / pod-1", List.of("audit.login INFO", "audit.login ERROR"))
			.containsEntry("/apps/orders / errors", List.of("shop.Order ERROR"))
			.containsEntry("/apps/orders / " + today + "/blue", List.of("shop.Order INFO", "shop.Order ERROR"))
			.hasSize(3);
	}

	private static void log(ILoggerFactory loggers, MDCAdapter mdc) {
		mdc.put("tenant", "blue");
		for (String logger : List.of("audit.login", "shop.Order", "shop.HealthCheck")) {
			loggers.getLogger(logger).debug("{} DEBUG", logger);
			loggers.getLogger(logger).info("{} INFO", logger);
			loggers.getLogger(logger).error("{} ERROR", logger);
		}
		mdc.remove("tenant");
	}

	private Map<String, List<String>> arrived() {
		Map<String, List<String>> arrived = new TreeMap<>();
		this.server.groups().forEach((group) -> this.server.streams(group.name()).forEach((stream) -> {
			List<String> messages = this.server.events(group.name(), stream)
				.stream()
				.map((event) -> event.message().replaceFirst(".*\"message\":\"([^\"]*)\".*", "$1"))
				.filter((message) -> message.matches("\\S+ (DEBUG|INFO|ERROR)"))
				.toList();
			if (!messages.isEmpty()) {
				arrived.put(group.name() + " / " + stream, messages);
			}
		}));
		return arrived;
	}

	private String[] arguments() throws IOException {
		Path yaml = Files.writeString(this.directory.resolve("example.yml"), BLOCKS.first("yaml"));
		EnumerablePropertySource<?> properties = (EnumerablePropertySource<?>) new YamlPropertySourceLoader()
			.load("example", new FileSystemResource(yaml))
			.get(0);
		List<String> arguments = new ArrayList<>(List.of("--POD_NAME=pod-1", "--aws.disableEc2Metadata=true"));
		for (String name : properties.getPropertyNames()) {
			arguments.add("--" + name + "=" + properties.getProperty(name));
		}
		return arguments.toArray(String[]::new);
	}

	private LoggerContext logback() throws Exception {
		String configuration = BLOCKS.first("xml")
			.replace("<application>", PlainLogback.sendingTo(this.server) + "<application>")
			.replace("root level=\"DEBUG\"", "root level=\"INFO\"");
		return PlainLogback.load(configuration, Map.of("POD_NAME", "pod-1", "aws.disableEc2Metadata", "true"));
	}

}
