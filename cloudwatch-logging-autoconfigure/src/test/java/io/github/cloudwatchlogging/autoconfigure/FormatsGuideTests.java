package io.github.cloudwatchlogging.autoconfigure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.ConsoleAppender;
import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.junit.CloudWatchLogsExtension;
import io.github.cloudwatchlogging.test.store.ReceivedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ByteArrayResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page about formats: what it shows is what there is, and its XML says what its YAML
 * says. What it should be lies in {@code target/formats.md}.
 */
class FormatsGuideTests {

	private static final Path GUIDE = Path.of("..", "docs", "formats.md");

	private static final Pattern BLOCK = Pattern.compile(
			"(?:<!-- (\\w+)(?: (\\w+))?(?: (\\w+))? -->\n(?:\n```\\w*\n.*?\n```\n)?|```(\\w+)\n(.*?)\n```\n)",
			Pattern.DOTALL);

	@RegisterExtension
	static final CloudWatchLogsExtension logs = new CloudWatchLogsExtension();

	private final EmbeddedCloudWatchLogs server = logs.server();

	@Test
	void eachOutputIsThatOfTheYamlBeforeIt() throws IOException {
		String guide = Files.readString(GUIDE);
		Matcher block = BLOCK.matcher(guide);
		StringBuilder actual = new StringBuilder();
		PropertySource<?> yaml = yaml("{}");
		while (block.find()) {
			String text = block.group();
			if ("yaml".equals(block.group(4))) {
				yaml = yaml(block.group(5));
			}
			else if ("sample".equals(block.group(1))) {
				PropertySource<?> format = yaml("cloudwatch.logs.format: " + block.group(2));
				text = output("sample " + block.group(2) + " " + block.group(3), message(format, block.group(3)));
			}
			else if ("output".equals(block.group(1))) {
				text = output("output " + block.group(2), message(yaml, block.group(2)));
			}
			else if ("console".equals(block.group(1))) {
				text = output("console", console());
			}
			block.appendReplacement(actual, Matcher.quoteReplacement(text));
		}
		block.appendTail(actual);
		Files.writeString(Path.of("target", "formats.md"), actual);
		assertThat(guide).isEqualTo(actual.toString());
	}

	private static String message(PropertySource<?> format, String kind) {
		return Objects.requireNonNull(FormatSample.of(format, GoldenEvents.TIME).get(kind), kind);
	}

	@Test
	void theXmlSaysWhatTheYamlSays() throws Exception {
		Matcher pair = Pattern.compile("```yaml\n(.*?)\n```\n\n```xml\n(.*?)\n```\n", Pattern.DOTALL)
			.matcher(Files.readString(GUIDE));
		int pairs = 0;
		while (pair.find()) {
			Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
			List<String> ofYaml = new ArrayList<>(FormatSample.of(yaml(pair.group(1)), now).values());
			String stream = "pair-" + pairs++;
			log(pair.group(2), stream, now);
			List<String> ofXml = this.server.events("test", stream).stream().map(ReceivedEvent::message).toList();
			assertThat(withoutIds(ofXml)).as(pair.group(2)).isEqualTo(withoutIds(ofYaml));
		}
		assertThat(pairs).isGreaterThan(5);
	}

	private static List<String> withoutIds(List<String> messages) {
		return messages.stream()
			.map((message) -> message.replaceAll("\"eventId\":\"[^\"]+\"", "\"eventId\":1"))
			.toList();
	}

	private void log(String options, String stream, Instant time) throws Exception {
		String configuration = """
				<configuration>
					<appender name="C" class="io.github.cloudwatchlogging.logback.CloudWatchAppender">
						<group>test</group><stream>%s</stream>%s%s
					</appender>
					<root level="DEBUG"><appender-ref ref="C"/></root>
				</configuration>
				""".formatted(stream, PlainLogback.sendingTo(this.server), options);
		LoggerContext context = PlainLogback.load(configuration);
		new GoldenEvents(context, time).all().values().forEach(context.getLogger("shop")::callAppenders);
		context.stop();
	}

	private static String console() {
		LoggerContext context = context();
		PatternLayoutEncoder encoder = new PatternLayoutEncoder();
		encoder.setContext(context);
		encoder.setPattern(
				"%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX,UTC} %5p 4711 --- [orders] [%15.15t] %-40.40logger{39} : %m%n");
		encoder.start();
		ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
		console.setContext(context);
		console.setEncoder(encoder);
		context.getLogger("shop").addAppender(console);
		ConsoleExtras.add(context,
				new Binder(new MapConfigurationPropertySource(Map.of("cloudwatch.logs.console.extras", true)))
					.bindOrCreate("cloudwatch.logs", CloudWatchLogsProperties.class));
		byte[] line = encoder.encode(new GoldenEvents(context, GoldenEvents.TIME).all().get("context"));
		return new String(line, StandardCharsets.UTF_8).stripTrailing();
	}

	private static LoggerContext context() {
		LoggerContext context = new LoggerContext();
		context.setMDCAdapter(new LogbackMDCAdapter());
		return context;
	}

	private static String output(String anchor, String text) {
		return "<!-- " + anchor + " -->\n\n```" + (text.startsWith("{") ? "json" : "text") + "\n" + text + "\n```\n";
	}

	private static PropertySource<?> yaml(String text) throws IOException {
		List<PropertySource<?>> loaded = new YamlPropertySourceLoader().load("guide",
				new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)));
		return loaded.isEmpty() ? new MapPropertySource("guide", Map.of()) : loaded.get(0);
	}

}
