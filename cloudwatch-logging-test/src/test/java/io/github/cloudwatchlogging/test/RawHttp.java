package io.github.cloudwatchlogging.test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPOutputStream;

/**
 * Requests as the SDK would not send them.
 */
final class RawHttp {

	static final String SIGNED = "AWS4-HMAC-SHA256 Credential=key/20260615/us-east-1/logs/aws4_request, "
			+ "SignedHeaders=host;x-amz-date, Signature=00";

	private final HttpClient client = HttpClient.newHttpClient();

	private final EmbeddedCloudWatchLogs server;

	RawHttp(EmbeddedCloudWatchLogs server) {
		this.server = server;
	}

	HttpRequest.Builder request(String target) {
		return HttpRequest.newBuilder(this.server.endpoint())
			.header("Content-Type", "application/x-amz-json-1.1")
			.header("X-Amz-Target", target);
	}

	HttpRequest.Builder signed(String operation) {
		return request("Logs_20140328." + operation).header("Authorization", SIGNED);
	}

	HttpResponse<String> post(HttpRequest.Builder request, String body) {
		return send(request.POST(HttpRequest.BodyPublishers.ofString(body)));
	}

	HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	CompletableFuture<HttpResponse<String>> postAsync(String operation, String body) {
		return this.client.sendAsync(signed(operation).POST(HttpRequest.BodyPublishers.ofString(body)).build(),
				HttpResponse.BodyHandlers.ofString());
	}

	static byte[] gzip(String text) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (OutputStream gzip = new GZIPOutputStream(bytes)) {
			gzip.write(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

}
