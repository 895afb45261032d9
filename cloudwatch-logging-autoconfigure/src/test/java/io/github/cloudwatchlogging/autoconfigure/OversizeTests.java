package io.github.cloudwatchlogging.autoconfigure;

import java.util.List;
import java.util.stream.Stream;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.util.FileSize;
import io.github.cloudwatchlogging.logback.CloudWatchAppender;
import io.github.cloudwatchlogging.logback.options.BatchOptions;
import io.github.cloudwatchlogging.logback.options.CredentialsOptions;
import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.junit.CloudWatchLogsExtension;
import io.github.cloudwatchlogging.test.store.ReceivedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Events that are longer than a batch takes, in Spring's terms.
 */
class OversizeTests {

	private static final String TEXT = "caf\u00E9 ".repeat(1000);

	@RegisterExtension
	static final CloudWatchLogsExtension logs = new CloudWatchLogsExtension();

	private final EmbeddedCloudWatchLogs server = logs.server();

	@Test
	void isTruncatedToJsonWithoutAnyProperty() {
		log();
		JsonNode event = JsonMapper.shared().readTree(messages("truncatedBytes").get(0));
		assertThat(TEXT).startsWith(event.get("message").stringValue());
	}

	@Test
	void isSplitWhereThePropertySaysSo() {
		log("--cloudwatch.logs.oversize=split");
		assertThat(messages("[part ")).hasSizeGreaterThan(5);
	}

	@Test
	void isDroppedWhereThePropertySaysSo() {
		log("--cloudwatch.logs.oversize=drop");
		assertThat(messages("caf\u00E9")).isEmpty();
		assertThat(messages("the last line")).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "ecs,message", "logstash,message", "gelf,short_message" })
	void aStructuredFormatOfSpringBootStaysJson(String format, String member) {
		LoggerContext context = new LoggerContext();
		context.setMDCAdapter(new LogbackMDCAdapter());
		context.putObject(Environment.class.getName(),
				new MockEnvironment().withProperty("spring.application.name", "orders"));
		StructuredLogEncoder encoder = new StructuredLogEncoder();
		encoder.setContext(context);
		encoder.setFormat(format);
		encoder.start();
		CloudWatchAppender appender = appender();
		appender.setContext(context);
		appender.setEncoder(encoder);
		appender.start();
		context.getLogger("a").addAppender(appender);
		context.getLogger("a").info(TEXT);
		context.stop();
		JsonNode event = JsonMapper.shared().readTree(messages("truncatedBytes").get(0));
		String kept = event.get(member).stringValue();
		assertThat(TEXT).startsWith(kept);
		assertThat(kept).isNotEmpty();
	}

	private CloudWatchAppender appender() {
		CredentialsOptions credentials = new CredentialsOptions();
		credentials.setAccessKey(this.server.accessKey());
		credentials.setSecretKey(this.server.secretKey());
		BatchOptions batch = new BatchOptions();
		batch.setMaxSize(FileSize.valueOf("1KB"));
		CloudWatchAppender appender = new CloudWatchAppender();
		appender.setEndpoint(this.server.endpoint().toString());
		appender.setRegion(this.server.region());
		appender.setCredentials(credentials);
		appender.setGroup("test");
		appender.setStream("stream");
		appender.setBatch(batch);
		return appender;
	}

	private void log(String... arguments) {
		String[] all = TestApplications.sendingTo(this.server, "--cloudwatch.logs.batch.max-size=1KB");
		String[] more = Stream.of(all, arguments).flatMap(Stream::of).toArray(String[]::new);
		try (ConfigurableApplicationContext context = TestApplications.run(TestApplications.LoggingAtItsEnd.class,
				more)) {
			assertThat(context.isActive()).isTrue();
			LoggerFactory.getLogger("application").info(TEXT);
		}
	}

	private List<String> messages(String content) {
		return this.server.events("test", "stream")
			.stream()
			.map(ReceivedEvent::message)
			.filter((message) -> message.contains(content))
			.toList();
	}

}
