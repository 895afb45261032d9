package io.github.cloudwatchlogging.autoconfigure;

import java.util.Arrays;

import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.junit.CloudWatchLogsExtension;
import io.github.cloudwatchlogging.test.store.ReceivedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Credentials are in no text that anybody reads.
 */
class SecretsTests {

	private static final String ACCESS_KEY = "AKIAPLANTEDACCESSKEY";

	private static final String SECRET_KEY = "planted-secret-key";

	private static final String SESSION_TOKEN = "planted-session-token";

	private static final String[] PLANTED = { ACCESS_KEY, SECRET_KEY, SESSION_TOKEN };

	@RegisterExtension
	static final CloudWatchLogsExtension logs = new CloudWatchLogsExtension();

	private final EmbeddedCloudWatchLogs server = logs.server();

	@Test
	void areNotInTheOutputOfAnApplicationThatLogsAllThatThereIs() throws Exception {
		try (ApplicationProcess process = ApplicationProcess.start(TestApplications.LongRunning.class,
				sending("--logging.level.root=TRACE", "--cloudwatch.logs.batch.max-delay=50ms"))) {
			process.awaitOutput("UP").terminate();
			assertThat(process.output()).contains(" DEBUG ").contains(" TRACE ");
			for (String planted : PLANTED) {
				assertThat(process.output().lines().filter((line) -> line.contains(planted)))
					.as("lines of the console with " + planted)
					.isEmpty();
				assertThat(this.server.events().stream().map(ReceivedEvent::message))
					.as("events at the service with " + planted)
					.noneMatch((message) -> message.contains(planted));
			}
		}
		assertThat(this.server.requests()).isNotEmpty().allMatch((request) -> ACCESS_KEY.equals(request.accessKey()));
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void areInTheOutputOfTheClientsWireLogOnlyWhereSomebodyAsksForIt(CapturedOutput output) {
		TestApplications
			.run(TestApplications.LoggingAtItsEnd.class, sending("--logging.level.org.apache.hc.client5.http=DEBUG"))
			.close();
		assertThat(output).contains("org.apache.hc.client5.http.headers").contains(SESSION_TOKEN);
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void areNotInTheFailureOfAStartWithHalfAKey(CapturedOutput output) {
		for (String missing : new String[] { "access-key", "secret-key" }) {
			Throwable failure = catchThrowable(() -> TestApplications.run(TestApplications.LoggingAtItsEnd.class,
					sending("--cloudwatch.logs.credentials." + missing + "=")));
			for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
				assertThat(cause.toString()).doesNotContain(PLANTED);
			}
			assertThat(failure).isNotNull();
		}
		assertThat(output).contains("APPLICATION FAILED TO START").doesNotContain(PLANTED);
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void areNotInTheWarningsOfAServiceThatDeniesThem(CapturedOutput output) {
		this.server.faults().onAny().always().deny();
		TestApplications.run(TestApplications.LoggingAtItsEnd.class, sending("--cloudwatch.logs.shutdown.timeout=1s"))
			.close();
		assertThat(output).contains("Cannot deliver").doesNotContain(PLANTED);
	}

	@Test
	void areNotInThePropertiesAsText() {
		try (ConfigurableApplicationContext context = TestApplications.run(TestApplications.LoggingAtItsEnd.class,
				sending())) {
			CloudWatchLogsProperties properties = context.getBean(CloudWatchLogsProperties.class);
			assertThat(properties.credentials().secretKey()).isEqualTo(SECRET_KEY);
			assertThat(properties.toString()).doesNotContain(PLANTED);
			assertThat(properties.credentials().toString()).doesNotContain(PLANTED);
			assertThat(AppenderSettingsFactory.client(properties).toString()).doesNotContain(PLANTED);
		}
	}

	private String[] sending(String... more) {
		String[] credentials = { "--cloudwatch.logs.credentials.access-key=" + ACCESS_KEY,
				"--cloudwatch.logs.credentials.secret-key=" + SECRET_KEY,
				"--cloudwatch.logs.credentials.session-token=" + SESSION_TOKEN };
		String[] all = Arrays.copyOf(credentials, credentials.length + more.length);
		System.arraycopy(more, 0, all, credentials.length, more.length);
		return TestApplications.sendingTo(this.server, all);
	}

}
