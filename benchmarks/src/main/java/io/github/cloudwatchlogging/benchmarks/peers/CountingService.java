package io.github.cloudwatchlogging.benchmarks.peers;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;

import io.github.cloudwatchlogging.test.http.HttpHandler;
import io.github.cloudwatchlogging.test.http.HttpRequest;
import io.github.cloudwatchlogging.test.http.HttpResponse;
import io.github.cloudwatchlogging.test.http.LoopbackHttpServer;
import io.github.cloudwatchlogging.test.http.Reply;

/**
 * A service that counts the events of a request and keeps none, so that it is never the
 * one that others wait for. Refuses what the real one refuses for its size. Thread-safe.
 */
final class CountingService implements HttpHandler, AutoCloseable {

	private static final String TARGET = "Logs_20140328.";

	private static final int MOST_EVENTS = 10_000;

	private static final long MOST_BYTES = 1_048_576;

	// What stands around an event's message in the body, and what the service counts for
	// it instead.
	private static final int JSON_BYTES = "{'timestamp':1800000000000,'message':''},".length();

	private static final int COUNTED_BYTES = 26;

	private static final int OTHER_BYTES = 256;

	private static final String GROUPS = """
			{"logGroups":[{"logGroupName":"benchmark","arn":"arn:aws:logs:us-east-1:000000000000:log-group:benchmark"}]}""";

	private static final String STREAMS = """
			{"logStreams":[{"logStreamName":"benchmark","uploadSequenceToken":"1"}]}""";

	private static final String TAKEN = """
			{"nextSequenceToken":"1"}""";

	private static final String REFUSED = """
			{"__type":"InvalidParameterException","message":"Upload too large"}""";

	private final LoopbackHttpServer server = new LoopbackHttpServer(0, this);

	private final long delayMillis;

	private final AtomicLong delivered = new AtomicLong();

	private final AtomicLong lastDeliveryMicros = new AtomicLong();

	private final AtomicInteger requests = new AtomicInteger();

	private final AtomicInteger refusedRequests = new AtomicInteger();

	/**
	 * Starts a service.
	 * @param delay how long each request waits for its answer
	 */
	CountingService(Duration delay) {
		this.delayMillis = delay.toMillis();
		this.server.start();
	}

	String endpoint() {
		return "http://127.0.0.1:" + this.server.port();
	}

	long delivered() {
		return this.delivered.get();
	}

	/**
	 * Counts requests, but not events, from here on.
	 */
	void forgetRequests() {
		this.requests.set(0);
	}

	void addTo(Map<Figure, Long> figures) {
		figures.put(Figure.DELIVERED, this.delivered.get());
		figures.put(Figure.LAST_DELIVERY_MICROS, this.lastDeliveryMicros.get());
		figures.put(Figure.REQUESTS, (long) this.requests.get());
		figures.put(Figure.REFUSED_REQUESTS, (long) this.refusedRequests.get());
	}

	@Override
	public void close() {
		this.server.close();
	}

	@Override
	public Reply handle(HttpRequest request) {
		String target = String.valueOf(request.header("x-amz-target"));
		return switch (target.substring(Math.min(target.length(), TARGET.length()))) {
			case "PutLogEvents" -> put(body(request));
			case "DescribeLogGroups" -> answer(200, GROUPS);
			case "DescribeLogStreams" -> answer(200, STREAMS);
			default -> answer(200, "{}");
		};
	}

	private Reply put(byte[] body) {
		int events = Occurrences.of("\"timestamp\":", body);
		// The line feed at the end of a message is two characters in JSON.
		long bytes = body.length - OTHER_BYTES + (long) events * (COUNTED_BYTES - JSON_BYTES - 1);
		if (events > MOST_EVENTS || bytes > MOST_BYTES) {
			this.refusedRequests.incrementAndGet();
			return answer(400, REFUSED);
		}
		return answer(200, TAKEN, () -> {
			this.requests.incrementAndGet();
			this.delivered.addAndGet(events);
			this.lastDeliveryMicros.accumulateAndGet(ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()),
					Math::max);
		});
	}

	private Reply answer(int status, String body) {
		return answer(status, body, () -> {
		});
	}

	private Reply answer(int status, String body, Runnable beforeAnswer) {
		HttpResponse response = new HttpResponse(status, Map.of("Content-Type", "application/x-amz-json-1.1"),
				body.getBytes(StandardCharsets.UTF_8));
		return (connection) -> {
			if (this.delayMillis > 0) {
				Thread.sleep(this.delayMillis);
			}
			beforeAnswer.run();
			response.writeTo(connection);
		};
	}

	private static byte[] body(HttpRequest request) {
		if (!"gzip".equalsIgnoreCase(request.header("content-encoding"))) {
			return request.body();
		}
		try (GZIPInputStream body = new GZIPInputStream(new ByteArrayInputStream(request.body()), 64 * 1024)) {
			return body.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
