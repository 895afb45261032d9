package io.github.cloudwatchlogging.autoconfigure;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.junit.CloudWatchLogsExtension;
import io.github.cloudwatchlogging.test.store.ReceivedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.logging.structured.StructuredLogFormatter;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What events look like, in Spring's terms.
 */
@ExtendWith(OutputCaptureExtension.class)
class FormatTests {

	@RegisterExtension
	static final CloudWatchLogsExtension logs = new CloudWatchLogsExtension();

	private final EmbeddedCloudWatchLogs server = logs.server();

	private Consumer<Logger> logMore = (logger) -> {
	};

	@Test
	void aQueryOnSixFieldsFindsThem() {
		log();
		ReceivedEvent event = received("order placed");
		JsonNode json = JsonMapper.shared().readTree(event.message());
		assertThat(json.get("level").stringValue()).isEqualTo("INFO");
		assertThat(json.get("logger").stringValue()).isEqualTo("shop");
		assertThat(json.get("message").stringValue()).isEqualTo("order placed");
		assertThat(json.get("user_id").stringValue()).isEqualTo("123");
		assertThat(json.get("response_time_ms").intValue()).isEqualTo(45);
		assertThat(Instant.parse(json.get("timestamp").stringValue()).toEpochMilli()).isEqualTo(event.timestamp());
	}

	@Test
	void allThatJsonIsMadeOfCanBeSaid() {
		log("--cloudwatch.logs.json.static-fields.service=orders", "--cloudwatch.logs.json.static-fields.stage=test",
				"--cloudwatch.logs.json.mdc.include=ten*,other", "--cloudwatch.logs.json.mdc.rename.tenant=tenant_id",
				"--cloudwatch.logs.json.key-values.exclude=user_id", "--cloudwatch.logs.json.event-id=true",
				"--cloudwatch.logs.json.mask.presets=card-number", "--cloudwatch.logs.json.mask.patterns=order (\\w+)",
				"--cloudwatch.logs.json.mask.replacement=#", "--cloudwatch.logs.json.mask.names=other",
				"--cloudwatch.logs.json.stack-trace.root-cause-first=true",
				"--cloudwatch.logs.json.stack-trace.max-depth=1", "--cloudwatch.logs.json.stack-trace.max-length=5000",
				"--cloudwatch.logs.json.stack-trace.exclude-frames=java.,jdk.");
		JsonNode json = JsonMapper.shared().readTree(received("\"message\":\"order #\"").message());
		assertThat(json.propertyNames()).containsExactlyInAnyOrder("timestamp", "level", "logger", "thread", "message",
				"eventId", "service", "stage", "tenant_id", "response_time_ms", "card", "exception");
		assertThat(json.get("card").stringValue()).isEqualTo("#");
		assertThat(json.at("/exception/stackTrace").stringValue())
			.startsWith("java.lang.IllegalArgumentException: inner\n\tat io.github.cloudwatchlogging")
			.contains("Wrapped by: java.lang.IllegalStateException: outer");
	}

	@Test
	void metricsPassThrough() {
		log("--cloudwatch.logs.json.pass-through=metrics");
		assertThat(received("_aws").message()).isEqualTo("{\"_aws\":{\"Timestamp\":1},\"time\":2}");
	}

	@Test
	void textHasThePatternAndTheWordsOfSpringBoot() {
		log("--cloudwatch.logs.format=text", "--cloudwatch.logs.pattern=%clr(%p){} [%X{tenant}] %m%n%wEx");
		assertThat(received("order placed").message()).isEqualTo("INFO [acme] order placed");
		assertThat(received("ERROR [acme] order failed").message()).contains("java.lang.IllegalStateException: outer",
				"Caused by: ");
	}

	@Test
	void textHasAPatternWithoutOne() {
		log("--cloudwatch.logs.format=text");
		assertThat(received("order placed").message())
			.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z INFO {2}\\[main] shop - order placed");
	}

	@ParameterizedTest
	@CsvSource({ "ecs, message, /service/name", "logstash, message, /added", "gelf, short_message, /host" })
	void aFormatOfSpringBootIsTheOneThatItsPropertiesDescribe(String format, String message, String other) {
		log("--cloudwatch.logs.format=" + format, "--logging.structured.json.add.added=orders",
				"--logging.structured.ecs.service.name=orders", "--logging.structured.gelf.host=orders");
		String received = received("order placed").message();
		JsonNode json = JsonMapper.shared().readTree(received);
		assertThat(json.get(message).stringValue()).isEqualTo("order placed");
		assertThat(json.at(other).stringValue()).isEqualTo("orders");
		assertThat(json.get("added").stringValue()).isEqualTo("orders");
		assertThat(received).doesNotContain("\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ecs", "logstash", "gelf" })
	void anEventThatAFormatOfSpringBootRefusesIsSentInOurs(String format, CapturedOutput output) {
		this.logMore = (logger) -> logger.atInfo().addKeyValue("user", 1).addKeyValue("user", 2).log("twice");
		log("--cloudwatch.logs.format=" + format);
		JsonNode json = JsonMapper.shared().readTree(received("twice").message());
		assertThat(json.get("message").stringValue()).isEqualTo("twice");
		assertThat(json.get("kv.user").intValue()).isEqualTo(2);
		assertThat(output).contains("The format " + format + " refused an event of shop");
	}

	@Test
	void aFormatterOfTheUsersOwnIsFoundByItsName() {
		log("--cloudwatch.logs.format=" + OwnFormatter.class.getName());
		assertThat(received("order placed").message()).isEqualTo("orders says order placed");
	}

	private void log(String... arguments) {
		String[] more = Stream.of(TestApplications.sendingTo(this.server), arguments)
			.flatMap(Stream::of)
			.toArray(String[]::new);
		try (var context = TestApplications.run(TestApplications.LoggingAtItsEnd.class, more)) {
			assertThat(context.isActive()).isTrue();
			MDC.put("tenant", "acme");
			MDC.put("request", "1");
			Logger logger = LoggerFactory.getLogger("shop");
			logger.atInfo().addKeyValue("user_id", "123").addKeyValue("response_time_ms", 45).log("order placed");
			this.logMore.accept(logger);
			logger.info("{\"_aws\": {\"Timestamp\": 1}, \"time\": 2}");
			logger.atError()
				.addKeyValue("user_id", "123")
				.addKeyValue("response_time_ms", 45)
				.addKeyValue("card", "4111 1111 1111 1111")
				.setCause(new IllegalStateException("outer", new IllegalArgumentException("inner")))
				.log("order failed");
		}
		finally {
			MDC.clear();
		}
	}

	private ReceivedEvent received(String content) {
		List<ReceivedEvent> found = this.server.events("test", "stream")
			.stream()
			.filter((event) -> event.message().contains(content))
			.toList();
		assertThat(found).isNotEmpty();
		return found.get(found.size() - 1);
	}

	static final class OwnFormatter implements StructuredLogFormatter<ILoggingEvent> {

		private final Environment environment;

		OwnFormatter(Environment environment) {
			this.environment = environment;
		}

		@Override
		public String format(ILoggingEvent event) {
			return this.environment.getProperty("spring.application.name") + " says " + event.getFormattedMessage();
		}

	}

}
