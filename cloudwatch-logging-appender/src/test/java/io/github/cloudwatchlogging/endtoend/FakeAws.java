package io.github.cloudwatchlogging.endtoend;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.github.cloudwatchlogging.test.http.HttpRequest;
import io.github.cloudwatchlogging.test.http.HttpResponse;
import io.github.cloudwatchlogging.test.http.LoopbackHttpServer;

/**
 * An HTTP server that records what it is sent, and answers as it is told.
 */
final class FakeAws implements AutoCloseable {

	private final List<HttpRequest> requests = new CopyOnWriteArrayList<>();

	private final LoopbackHttpServer http;

	FakeAws(Function<HttpRequest, HttpResponse> answer) {
		this.http = new LoopbackHttpServer(0, (request) -> {
			this.requests.add(request);
			return answer.apply(request);
		});
		this.http.start();
	}

	/**
	 * Starts a server that answers AssumeRole as STS does.
	 */
	static FakeAws sts(String accessKey) {
		String answer = """
				<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
					<AssumeRoleResult>
						<AssumedRoleUser>
							<Arn>arn:aws:sts::123456789012:assumed-role/writer/session</Arn>
							<AssumedRoleId>AROA123EXAMPLE123:session</AssumedRoleId>
						</AssumedRoleUser>
						<Credentials>
							<AccessKeyId>%s</AccessKeyId>
							<SecretAccessKey>secret-of-the-role</SecretAccessKey>
							<SessionToken>token-of-the-role</SessionToken>
							<Expiration>2199-01-01T00:00:00Z</Expiration>
						</Credentials>
					</AssumeRoleResult>
					<ResponseMetadata><RequestId>c6104cbe-af31-11e0-8154-cbc7ccf896c7</RequestId></ResponseMetadata>
				</AssumeRoleResponse>
				""".formatted(accessKey);
		return new FakeAws((request) -> xml(200, answer));
	}

	/**
	 * Starts a server that refuses AssumeRole as STS does.
	 */
	static FakeAws refusingSts() {
		return new FakeAws((request) -> xml(403,
				"""
						<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
							<Error>
								<Type>Sender</Type>
								<Code>AccessDenied</Code>
								<Message>User: arn:aws:iam::123456789012:user/jim is not authorized to perform: 				sts:AssumeRole on resource: arn:aws:iam::123456789012:role/writer</Message>
							</Error>
							<RequestId>c6104cbe-af31-11e0-8154-cbc7ccf896c7</RequestId>
						</ErrorResponse>
						"""));
	}

	private static HttpResponse xml(int status, String body) {
		return new HttpResponse(status, Map.of("Content-Type", "text/xml"), body.getBytes(StandardCharsets.UTF_8));
	}

	URI endpoint() {
		return URI.create("http://127.0.0.1:" + this.http.port());
	}

	List<HttpRequest> requests() {
		return List.copyOf(this.requests);
	}

	/**
	 * Returns the fields of a form.
	 */
	static Map<String, String> form(HttpRequest request) {
		return Arrays.stream(new String(request.body(), StandardCharsets.UTF_8).split("&"))
			.map((pair) -> pair.split("=", 2))
			.collect(Collectors.toMap((pair) -> pair[0], (pair) -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
	}

	@Override
	public void close() {
		this.http.close();
	}

}
