package io.github.cloudwatchlogging.endtoend;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.status.Status;
import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.junit.CloudWatchLogsExtension;
import io.github.cloudwatchlogging.test.store.ReceivedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What events look like, said in a {@code logback.xml}.
 */
class FormatOptionsTests {

	private static final String OUR_ENCODER = "io.github.cloudwatchlogging.logback.format.JsonEventEncoder";

	@RegisterExtension
	static final CloudWatchLogsExtension logs = new CloudWatchLogsExtension();

	private final EmbeddedCloudWatchLogs server = logs.server();

	@Test
	void ourEncoderTakesTheSameOptionsElsewhere() throws Exception {
		try (LogbackApplication application = LogbackApplication.start(this.server,
				"<encoder class='" + OUR_ENCODER + "'><json><mask><name>password</name></mask></json></encoder>")) {
			application.logger("a").atInfo().addKeyValue("password", "abc").log("x");
		}
		assertThat(messages()).singleElement().asString().contains("\"password\":\"***\"");
	}

	@Test
	void anEncoderWithWrongOptionsShipsNothingRatherThanSomethingUnmasked() throws Exception {
		try (LogbackApplication application = LogbackApplication.start(this.server,
				"<encoder class='" + OUR_ENCODER + "'><json><mask><pattern>(</pattern></mask></json></encoder>")) {
			application.logger("a").info("x");
			assertThat(application.appender().isStarted()).isFalse();
			assertThat(statuses(application)).anyMatch((message) -> message.contains("json.mask.patterns = '('"));
		}
		assertThat(messages()).isEmpty();
	}

	@Test
	void anEventThatIsSentTwiceHasTheSameIdTwice() throws Exception {
		this.server.createLogGroup("test");
		this.server.createLogStream("test", "stream");
		this.server.faults().on("PutLogEvents").times(1).loseAnswer();
		try (LogbackApplication application = LogbackApplication.start(this.server,
				"<json><eventId>true</eventId></json>")) {
			application.logger("a").info("x");
		}
		assertThat(messages()).hasSize(2).allMatch((message) -> message.contains("\"eventId\":\""));
		assertThat(messages().get(0)).isEqualTo(messages().get(1));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			<format>yaml</format>                                   | format = 'yaml'
			<pattern>%msg</pattern>                                 | set the format to text
			<format>text</format><pattern>%nosuchword</pattern>     | nosuchword
			<format>text</format><pattern>%d{HH:mm:ss,SSS}</pattern> | Unknown time-zone ID: SSS
			<json><passThrough>some</passThrough></json>            | none, metrics, objects
			<json><mask><preset>all</preset></mask></json>          | card-number
			<json><eventId>true</eventId></json><encoder><pattern>x</pattern></encoder> | Remove the encoder
			<format>text</format><json><mask><name>a</name></mask></json> | json.mask
			""")
	void whatCannotWorkIsSaidAndNothingIsShipped(String options, String said) throws Exception {
		try (LogbackApplication application = LogbackApplication.start(this.server, options)) {
			assertThat(application.appender().isStarted()).isFalse();
			assertThat(statuses(application)).anyMatch((message) -> message.contains(said));
		}
	}

	@Test
	void theConversionWordForExtrasCanBeNamed() throws Exception {
		LoggerContext context = new LoggerContext();
		context.setMDCAdapter(new LogbackMDCAdapter());
		JoranConfigurator configurator = new JoranConfigurator();
		configurator.setContext(context);
		configurator.doConfigure(new ByteArrayInputStream(
				"""
						<configuration>
							<conversionRule conversionWord="extras" class="io.github.cloudwatchlogging.logback.format.ExtrasConverter"/>
							<appender name="OUT" class="%s">
								<encoder><pattern>%%msg%%extras{traceId}%%n</pattern></encoder>
							</appender>
							<root><appender-ref ref="OUT"/></root>
						</configuration>
						"""
					.formatted(Captured.class.getName())
					.getBytes(StandardCharsets.UTF_8)));
		context.getMDCAdapter().put("traceId", "4bf9");
		context.getMDCAdapter().put("tenant", "acme");
		context.getLogger("a").atInfo().addKeyValue("user_id", 123).log("x");
		Captured captured = (Captured) context.getLogger("ROOT").getAppender("OUT");
		assertThat(captured.text.toString(StandardCharsets.UTF_8)).isEqualTo("x | user_id=123 tenant=acme\n");
	}

	private List<String> messages() {
		return this.server.events("test", "stream").stream().map(ReceivedEvent::message).toList();
	}

	private static List<String> statuses(LogbackApplication application) {
		return application.context().getStatusManager().getCopyOfStatusList().stream().map(Status::getMessage).toList();
	}

	/**
	 * Keeps what is written.
	 */
	public static final class Captured extends OutputStreamAppender<ILoggingEvent> {

		private final ByteArrayOutputStream text = new ByteArrayOutputStream();

		@Override
		public void start() {
			setOutputStream(this.text);
			super.start();
		}

	}

}
