package io.github.cloudwatchlogging.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.junit.CloudWatchLogsExtension;
import io.github.cloudwatchlogging.test.store.ReceivedEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The console for people, and CloudWatch for machines, from one log call.
 */
@ExtendWith(OutputCaptureExtension.class)
class ConsoleExtrasTests {

	private static final String ON = "--cloudwatch.logs.console.extras=true";

	@RegisterExtension
	static final CloudWatchLogsExtension logs = new CloudWatchLogsExtension();

	private final EmbeddedCloudWatchLogs server = logs.server();

	@TempDir
	private Path directory;

	// Spring Boot leaves it behind for the next application of the JVM.
	@AfterEach
	void forgetThePattern() {
		System.clearProperty("CONSOLE_LOG_PATTERN");
	}

	@Test
	void bothReadersAreServedAtOnce(CapturedOutput output) {
		log(ON);
		assertThat(line(output)).contains(" INFO ")
			.contains("shop")
			.endsWith(" : order placed | user_id=123 response_time_ms=45 tenant=acme");
		assertThat(this.server.events("test", "stream").stream().map(ReceivedEvent::message))
			.anyMatch((message) -> message.contains("\"message\":\"order placed\"")
					&& message.contains("\"user_id\":\"123\",\"response_time_ms\":45"));
	}

	@Test
	void theConsoleIsLeftAloneWhereNobodyAsks(CapturedOutput output) {
		log();
		assertThat(line(output)).endsWith(" : order placed");
	}

	@Test
	void theyStandThereWhereNothingIsShipped(CapturedOutput output) {
		log(ON, "--cloudwatch.logs.enabled=false");
		assertThat(line(output)).endsWith(" | user_id=123 response_time_ms=45 tenant=acme");
		assertThat(this.server.events()).isEmpty();
	}

	@Test
	void aPatternOfTheUsersOwnHasThemToo(CapturedOutput output) {
		log(ON, "--logging.pattern.console=OWN %-5level %msg{} <%X{tenant}>%n%ex");
		assertThat(line(output))
			.isEqualTo("OWN INFO  order placed <acme> | user_id=123 response_time_ms=45 tenant=acme");
	}

	@Test
	void aLogbackConfigurationOfTheUsersOwnHasThemToo(CapturedOutput output) throws IOException {
		Path configuration = Files.writeString(this.directory.resolve("logback-own.xml"),
				"""
						<configuration>
							<appender name="C" class="ch.qos.logback.core.ConsoleAppender">
								<encoder><pattern>XML %m</pattern></encoder>
							</appender>
							<appender name="ASYNC" class="ch.qos.logback.classic.AsyncAppender"><appender-ref ref="C"/></appender>
							<root level="INFO"><appender-ref ref="ASYNC"/></root>
						</configuration>
						""");
		log(ON, "--logging.config=" + configuration);
		assertThat(output).contains("XML order placed | user_id=123 response_time_ms=45 tenant=acme");
	}

	@Test
	void theyAreMaskedAsTheJsonIs(CapturedOutput output) {
		log(ON, "--cloudwatch.logs.json.mask.names=user*");
		assertThat(line(output)).endsWith(" | user_id=*** response_time_ms=45 tenant=acme");
	}

	@Test
	void theFirstLineHasThemAndASecondApplicationHasThemOnce(CapturedOutput output) {
		log(ON);
		log(ON);
		assertThat(output.getOut().lines().filter((line) -> line.contains("order placed"))).hasSize(2)
			.allMatch((line) -> line.indexOf(" | ") == line.lastIndexOf(" | "));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			%m%n                      | %m%cloudwatchExtras{}%n
			%d %-20.30msg{x}%n%wEx    | %d %-20.30msg{x}%cloudwatchExtras{}%n%wEx
			%clr(%m){red}%nopex%n     | %clr(%m){red}%nopex%cloudwatchExtras{}%n
			%n%d%n%message %level%n   | %n%d%n%message %level%cloudwatchExtras{}%n
			%marker %mdc %m           | %marker %mdc %m%cloudwatchExtras{}
			%correlationId{} : %m%n   | %correlationId{} : %m%cloudwatchExtras{traceId,spanId}%n
			""")
	void theyStandAtTheEndOfTheLineOfTheMessage(String pattern, String expected) {
		assertThat(ConsoleExtras.withExtras(pattern)).isEqualTo(expected);
	}

	private void log(String... arguments) {
		String[] more = Stream.of(TestApplications.sendingTo(this.server), arguments)
			.flatMap(Stream::of)
			.toArray(String[]::new);
		try (var context = TestApplications.run(TestApplications.LoggingAtItsEnd.class, more)) {
			assertThat(context.isActive()).isTrue();
			MDC.put("tenant", "acme");
			LoggerFactory.getLogger("shop")
				.atInfo()
				.addKeyValue("user_id", "123")
				.addKeyValue("response_time_ms", 45)
				.log("order placed");
		}
		finally {
			MDC.clear();
		}
	}

	private static String line(CapturedOutput output) {
		return output.getOut().lines().filter((line) -> line.contains("order placed")).findFirst().orElseThrow();
	}

}
