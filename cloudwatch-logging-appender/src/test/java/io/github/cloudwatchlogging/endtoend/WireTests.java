package io.github.cloudwatchlogging.endtoend;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

import io.github.cloudwatchlogging.delivery.Trouble;
import io.github.cloudwatchlogging.logback.CloudWatchAppender;
import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.http.HttpRequest;
import io.github.cloudwatchlogging.test.http.HttpResponse;
import io.github.cloudwatchlogging.test.journal.RecordedRequest;
import io.github.cloudwatchlogging.test.junit.CloudWatchLogsExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What goes over the wire, and what is made of what comes back.
 */
class WireTests {

	private static final DateTimeFormatter AMZ_DATE = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
		.withZone(ZoneOffset.UTC);

	private static final String KEYS = "<accessKey>key</accessKey><secretKey>secret</secretKey>";

	private static final String NO_WAIT = "<shutdownTimeout>0 seconds</shutdownTimeout>";

	@RegisterExtension
	static final CloudWatchLogsExtension logs = new CloudWatchLogsExtension();

	private final EmbeddedCloudWatchLogs server = logs.server();

	@Test
	void aCompressedBatchIsSmallerAndArrivesWhole() throws Exception {
		String line = "the same line again and again ".repeat(10);
		int plain = bodyBytesOf(line, "");
		this.server.clear();
		int compressed = bodyBytesOf(line, "<compression>gzip</compression>");
		assertThat(this.server.events("test", "stream")).hasSize(100).allMatch((event) -> event.message().equals(line));
		assertThat(this.server.requests("PutLogEvents")).extracting(RecordedRequest::contentEncoding)
			.containsOnly("gzip");
		assertThat(compressed).isLessThan(plain / 4);
		assertThat(this.server.requests("CreateLogStream")).extracting(RecordedRequest::contentEncoding)
			.containsOnlyNulls();
	}

	private int bodyBytesOf(String line, String options) throws Exception {
		try (LogbackApplication application = LogbackApplication.startWithText(this.server, "%msg", options)) {
			IntStream.range(0, 100).forEach((number) -> application.logger("a").info(line));
		}
		List<RecordedRequest> puts = this.server.requests("PutLogEvents");
		return puts.get(puts.size() - 1).bodyBytes();
	}

	@Test
	void theBytesOfACompressedBatchAreGzip() throws Exception {
		try (FakeAws service = new FakeAws((request) -> json(200, Map.of(), "{}"))) {
			deliverOne(service, "<compression>gzip</compression>");
			HttpRequest request = service.requests().get(0);
			assertThat(request.header("content-encoding")).isEqualTo("gzip");
			assertThat(request.header("content-length")).isEqualTo(Integer.toString(request.body().length));
			assertThat(request.header("authorization")).contains("content-encoding");
			try (GZIPInputStream body = new GZIPInputStream(new ByteArrayInputStream(request.body()))) {
				assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8)).startsWith("{")
					.contains("\"logGroupName\":\"test\"");
			}
		}
	}

	// The SDK corrects its time by the Date of the answer, also where it does not retry.
	@Test
	void aMachineWhoseClockIsWrongDeliversWithTheTimeOfTheService() throws Exception {
		Instant serviceTime = Instant.now().plus(Duration.ofHours(1));
		try (FakeAws service = new FakeAws((request) -> answerAt(serviceTime, request))) {
			deliverOne(service, "");
			assertThat(service.requests()).hasSize(2);
		}
	}

	private static HttpResponse answerAt(Instant time, HttpRequest request) {
		Instant signed = AMZ_DATE.parse(String.valueOf(request.header("x-amz-date")), Instant::from);
		Map<String, String> headers = Map.of("Date",
				DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atOffset(ZoneOffset.UTC)));
		return (Duration.between(signed, time).abs().compareTo(Duration.ofMinutes(5)) < 0) ? json(200, headers, "{}")
				: json(403, headers, "{\"__type\":\"RequestTimeTooSkewed\",\"message\":\"too skewed\"}");
	}

	private static HttpResponse json(int status, Map<String, String> headers, String body) {
		return new HttpResponse(status, headers, body.getBytes(StandardCharsets.UTF_8));
	}

	private static void deliverOne(FakeAws service, String options) throws Exception {
		try (LogbackApplication application = LogbackApplication.start(service.endpoint(), "eu-central-1", KEYS,
				options)) {
			application.logger("a").info("one");
			assertThat(application.appender().flush(Duration.ofSeconds(10)).isComplete()).isTrue();
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			400 | RequestTimeTooSkewed      | the clocks differ                   | CLOCK
			400 | RequestExpired            | the clocks differ                   | CLOCK
			400 | RequestInTheFuture        | the clocks differ                   | CLOCK
			400 | InvalidSignatureException | Signature expired: 1 is now earlier | CLOCK
			400 | InvalidSignatureException | The signature does not match        | DENIED
			400 | ThrottlingException       | Rate exceeded                       | THROTTLED
			400 | LimitExceededException    | Resource limit exceeded.            | LIMIT_REACHED
			400 | OperationAbortedException | A conflicting operation             | UNAVAILABLE
			418 | NobodyForesawThis         | something new                       | INVALID
			500 | NobodyForesawThis         | something new                       | UNAVAILABLE
			""")
	void anAnswerIsUnderstood(int status, String code, String message, Trouble.Kind kind) throws Exception {
		this.server.faults().on("CreateLogGroup").always().error(status, code, message);
		assertThat(trouble("")).isEqualTo(new Trouble(kind, code, message));
	}

	@Test
	void aServerThatHangsIsUnreachableWithinTheTimeOut() throws Exception {
		this.server.faults().on("PutLogEvents").always().hang();
		long startNanos = System.nanoTime();
		Trouble trouble = trouble("<apiTimeout>300 milliseconds</apiTimeout><retry>"
				+ "<initialDelay>1 minute</initialDelay><maxDelay>1 minute</maxDelay></retry>");
		assertThat(trouble.kind()).isEqualTo(Trouble.Kind.UNREACHABLE);
		assertThat(Duration.ofNanos(System.nanoTime() - startNanos)).isLessThan(Duration.ofSeconds(5));
	}

	// The HTTP client of the SDK has 50 connections where nobody says.
	@Test
	void asManyCallsAsAreAllowedAreUnderWayAtOnce() throws Exception {
		this.server.faults().on("PutLogEvents").always().hang();
		String options = NO_WAIT + "<concurrency>64</concurrency><apiTimeout>5 minutes</apiTimeout>"
				+ "<stream>{mdc:stream}</stream><batch><maxEvents>1</maxEvents></batch>";
		try (LogbackApplication application = LogbackApplication.start(this.server, options)) {
			for (int stream = 0; stream < 64; stream++) {
				application.mdc().put("stream", "stream-" + stream);
				application.logger("a").info("one");
			}
			await().atMost(Duration.ofSeconds(8)).until(() -> this.server.requests("PutLogEvents").size() == 64);
		}
	}

	private Trouble trouble(String options) throws Exception {
		try (LogbackApplication application = LogbackApplication.start(this.server, NO_WAIT + options)) {
			CloudWatchAppender appender = application.appender();
			application.logger("a").info("one");
			await().conditionEvaluationListener((condition) -> appender.flush(Duration.ofMillis(1)))
				.until(() -> appender.snapshot().lanes().get(0).trouble() != null);
			return Objects.requireNonNull(appender.snapshot().lanes().get(0).trouble());
		}
	}

}
