package io.github.cloudwatchlogging.test;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import io.github.cloudwatchlogging.test.junit.CloudWatchLogsExtension;
import io.github.cloudwatchlogging.test.store.ReceivedEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ProtocolTests {

	private static final long NOW = TestClock.START.toEpochMilli();

	@RegisterExtension
	static final CloudWatchLogsExtension logs = new CloudWatchLogsExtension(
			EmbeddedCloudWatchLogs.builder().clock(new TestClock()));

	private final EmbeddedCloudWatchLogs server = logs.server();

	private final RawHttp http = new RawHttp(this.server);

	@BeforeEach
	void createStream() {
		this.server.createLogGroup("g");
		this.server.createLogStream("g", "s");
	}

	@Test
	void answersASuccessInAwsJson() {
		HttpResponse<String> response = this.http.post(this.http.signed("PutLogEvents"), putOf("\"x\""));
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValue("Content-Type")).hasValue("application/x-amz-json-1.1");
		assertThat(response.headers().firstValue("x-amzn-RequestId")).isPresent();
		assertThat(response.body()).isEqualTo("{\"nextSequenceToken\":\"2\"}");
	}

	@Test
	void answersAnOperationWithoutOutputWithAnEmptyBody() {
		HttpResponse<String> response = this.http.post(this.http.signed("CreateLogGroup"),
				"{\"logGroupName\":\"new\"}");
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).isEmpty();
	}

	@Test
	void answersARefusalWithItsTypeAndMessage() {
		HttpResponse<String> response = this.http.post(this.http.signed("CreateLogGroup"), "{\"logGroupName\":\"g\"}");
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(response.headers().firstValue("x-amzn-ErrorType")).hasValue("ResourceAlreadyExistsException");
		assertThat(response.headers().firstValue("x-amzn-RequestId")).isPresent();
		assertThat(response.body()).isEqualTo("{\"__type\":\"ResourceAlreadyExistsException\","
				+ "\"message\":\"The specified log group already exists\"}");
	}

	@Test
	void readsAGzippedBody() {
		byte[] body = RawHttp.gzip(putOf("\"" + "x".repeat(10_000) + "\""));
		HttpResponse<String> response = this.http.send(this.http.signed("PutLogEvents")
			.header("Content-Encoding", "gzip")
			.POST(HttpRequest.BodyPublishers.ofByteArray(body)));
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(this.server.events("g", "s").get(0).message()).hasSize(10_000);
		assertThat(this.server.requests("PutLogEvents")).singleElement().satisfies((request) -> {
			assertThat(request.contentEncoding()).isEqualTo("gzip");
			assertThat(request.bodyBytes()).isEqualTo(body.length);
		});
	}

	@Test
	void refusesABodyThatIsNotGzipAlthoughItSaysSo() {
		HttpResponse<String> response = this.http
			.post(this.http.signed("PutLogEvents").header("Content-Encoding", "gzip"), putOf("\"x\""));
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(response.body()).contains("SerializationException");
	}

	@Test
	void readsABodyInChunks() {
		byte[] body = putOf("\"x\"").getBytes(StandardCharsets.UTF_8);
		HttpResponse<String> response = this.http.send(this.http.signed("PutLogEvents")
			.POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(this.server.eventCount()).isOne();
	}

	@Test
	void answersARequestThatExpectsToContinue() {
		HttpResponse<String> response = this.http.post(this.http.signed("PutLogEvents").expectContinue(true),
				putOf("\"x\""));
		assertThat(response.statusCode()).isEqualTo(200);
	}

	@Test
	void readsTheMembersInAnyOrder() {
		this.http.post(this.http.signed("PutLogEvents"), "{\"logEvents\":[{\"message\":\"x\",\"unknown\":{\"a\":[1]},"
				+ "\"timestamp\":" + NOW + "}],\"logStreamName\":\"s\",\"entity\":null,\"logGroupName\":\"g\"}");
		assertThat(this.server.events("g", "s")).containsExactly(new ReceivedEvent("g", "s", NOW, NOW, "x"));
	}

	@Test
	void replacesALoneSurrogate() {
		this.http.post(this.http.signed("PutLogEvents"), putOf("\"a\\ud800b\""));
		this.http.post(this.http.signed("PutLogEvents"), putOf("\"\\udc00\""));
		assertThat(this.server.events("g", "s")).extracting(ReceivedEvent::message)
			.containsExactly("a\uFFFDb", "\uFFFD");
	}

	@Test
	void countsThreeBytesForALoneSurrogate() {
		String full = "x".repeat(1_048_547);
		assertThat(this.http.post(this.http.signed("PutLogEvents"), putOf("\"" + full + "\\ud800\"")).statusCode())
			.isEqualTo(200);
		assertThat(this.http.post(this.http.signed("PutLogEvents"), putOf("\"" + full + "x\\ud800\"")).body())
			.contains("Log event too large: 1048577 bytes");
	}

	@Test
	void refusesARequestThatIsNotSigned() {
		HttpResponse<String> response = this.http.post(this.http.request("Logs_20140328.PutLogEvents"), putOf("\"x\""));
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(response.body()).contains("MissingAuthenticationTokenException", "Missing Authentication Token");
		assertThat(this.server.requests()).singleElement().satisfies((request) -> {
			assertThat(request.errorType()).isEqualTo("MissingAuthenticationTokenException");
			assertThat(request.accessKey()).isNull();
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "Bearer token", "AWS4-HMAC-SHA256 Credential=key/20260615/us-east-1/logs/aws4_request" })
	void refusesAnIncompleteSignature(String authorization) {
		HttpResponse<String> response = this.http.post(
				this.http.request("Logs_20140328.PutLogEvents").header("Authorization", authorization), putOf("\"x\""));
		assertThat(response.body()).contains("IncompleteSignatureException");
	}

	@Test
	void refusesASignatureForAnotherService() {
		HttpResponse<String> response = this.http.post(this.http.request("Logs_20140328.PutLogEvents")
			.header("Authorization", RawHttp.SIGNED.replace("/logs/", "/s3/")), putOf("\"x\""));
		assertThat(response.body()).contains("InvalidSignatureException", "correct service: 'logs'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Logs_20140328.StartQuery", "DynamoDB_20120810.GetItem", "PutLogEvents" })
	void refusesAnOperationItDoesNotKnow(String target) {
		HttpResponse<String> response = this.http
			.post(this.http.request(target).header("Authorization", RawHttp.SIGNED), "{}");
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(response.body()).contains("UnknownOperationException");
	}

	@Test
	void refusesAnythingButPost() {
		assertThat(this.http.send(this.http.signed("PutLogEvents").GET()).statusCode()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "{", "{\"logEvents\":{}}", "{\"logGroupName\":1}",
			"{\"logEvents\":[{\"timestamp\":\"now\"}]}", "{\"logEvents\":[{\"timestamp\":1e3}]}",
			"{\"logEvents\":[{\"timestamp\":99999999999999999999}]}", "{\"logEvents\":[{\"message\":1}]}",
			"{\"entity\":{\"keyAttributes\":[]}}" })
	void refusesABodyThatIsNotARequest(String body) {
		HttpResponse<String> response = this.http.post(this.http.signed("PutLogEvents"), body);
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(response.body()).contains("SerializationException");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "{", "{\"logGroupName\":1}", "{\"logGroupName\":\"g\",\"tags\":{\"a\":1}}" })
	void refusesABodyThatIsNotARequestForOtherOperationsToo(String body) {
		HttpResponse<String> response = this.http.post(this.http.signed("CreateLogGroup"), body);
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(response.body()).contains("SerializationException");
	}

	@Test
	void namesAllMembersThatAreMissing() {
		assertThat(this.http.post(this.http.signed("PutLogEvents"), "{}").body()).contains(
				"3 validation errors detected: ", "Value null at 'logGroupName'", "Value null at 'logStreamName'",
				"Value null at 'logEvents'");
		assertThat(this.http.post(this.http.signed("CreateLogStream"), "{}").body()).contains(
				"2 validation errors detected: ", "Value null at 'logGroupName'", "Value null at 'logStreamName'");
	}

	private static String putOf(String message) {
		return "{\"logGroupName\":\"g\",\"logStreamName\":\"s\",\"logEvents\":[{\"timestamp\":" + NOW + ",\"message\":"
				+ message + "}]}";
	}

}
