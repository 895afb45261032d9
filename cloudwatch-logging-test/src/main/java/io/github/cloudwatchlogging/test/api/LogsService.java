package io.github.cloudwatchlogging.test.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPInputStream;

import io.github.cloudwatchlogging.test.contract.ServiceException;
import io.github.cloudwatchlogging.test.fault.Effect;
import io.github.cloudwatchlogging.test.fault.FaultPlan;
import io.github.cloudwatchlogging.test.http.HttpHandler;
import io.github.cloudwatchlogging.test.http.HttpRequest;
import io.github.cloudwatchlogging.test.http.HttpResponse;
import io.github.cloudwatchlogging.test.http.Reply;
import io.github.cloudwatchlogging.test.journal.RequestJournal;
import io.github.cloudwatchlogging.test.quota.TokenBuckets;
import io.github.cloudwatchlogging.test.store.LogStore;
import org.jspecify.annotations.Nullable;

/**
 * Takes a request through its stations: signature, operation, quota, faults, the
 * operation itself. Each request is in the journal before its answer is sent.
 * Thread-safe.
 */
public final class LogsService implements HttpHandler {

	private static final String CONTENT_TYPE = "application/x-amz-json-1.1";

	private final Operations operations;

	private final TokenBuckets buckets;

	private final FaultPlan faults;

	private final RequestJournal journal;

	private final InstantSource clock;

	/**
	 * Creates the service.
	 * @param store what the operations work on
	 * @param account whose groups these are
	 * @param clock the service's time
	 * @param buckets what lets requests through
	 * @param faults what goes wrong
	 * @param journal what records the requests
	 */
	public LogsService(LogStore store, Account account, InstantSource clock, TokenBuckets buckets, FaultPlan faults,
			RequestJournal journal) {
		this.operations = new Operations(store, account, clock);
		this.buckets = buckets;
		this.faults = faults;
		this.journal = journal;
		this.clock = clock;
	}

	@Override
	public Reply handle(HttpRequest request) {
		Instant arrival = this.clock.instant();
		RequestRecord entry = new RequestRecord(this.journal, request, Operations.nameIn(request), arrival);
		try {
			return carryOut(request, entry);
		}
		catch (ServiceException ex) {
			return refuse(ex, entry);
		}
		catch (RuntimeException ex) {
			// A bug of this server must look like one and not like a lost connection.
			return refuse(new ServiceException(500, "InternalFailure", ex.toString()), entry);
		}
	}

	@Override
	public @Nullable Reply breakOff(HttpRequest head) {
		String operation = Operations.nameIn(head);
		Reply reply = this.faults.takeWithinBody(operation).before();
		if (reply != null) {
			new RequestRecord(this.journal, head, operation, this.clock.instant()).unanswered();
		}
		return reply;
	}

	private Reply carryOut(HttpRequest request, RequestRecord entry) {
		if (!request.method().equals("POST")) {
			throw new ServiceException(404, "UnknownOperationException", "Requests are sent with POST.");
		}
		Operation operation = this.operations.named(entry.operation());
		entry.accessKey(Authorization.requireAccessKey(request.header("authorization")));
		PreparedCall prepared = operation.prepare(body(request));
		entry.call(prepared.call());
		if (!this.buckets.tryTake(entry.operation())) {
			throw ServiceException.throttled();
		}
		Effect effect = this.faults.take(prepared.call());
		Reply instead = effect.before();
		if (instead != null) {
			entry.unanswered();
			return instead;
		}
		CallResult result = prepared.carryOut(effect);
		entry.succeeded(result.acceptedEvents());
		return deliver(new HttpResponse(200, headers(), result.body()), effect, result.acceptedEvents());
	}

	private Reply deliver(HttpResponse response, Effect effect, int acceptedEvents) {
		Reply reply = effect.deliver(response);
		if (effect.losesAnswer()) {
			this.faults.answerLost(acceptedEvents);
			return reply;
		}
		return (connection) -> {
			try {
				reply.writeTo(connection);
			}
			catch (IOException | InterruptedException ex) {
				// The client is gone, or the server stops between store and answer.
				this.faults.answerLost(acceptedEvents);
				throw ex;
			}
		};
	}

	private Reply refuse(ServiceException refusal, RequestRecord entry) {
		entry.refused(refusal);
		Map<String, String> headers = headers();
		headers.put("x-amzn-ErrorType", refusal.type());
		headers.putAll(refusal.headers());
		byte[] body = Json.bytes(Json.object().put("__type", refusal.type()).put("message", refusal.text()));
		return new HttpResponse(refusal.status(), headers, body);
	}

	private Map<String, String> headers() {
		Map<String, String> headers = new LinkedHashMap<>();
		headers.put("x-amzn-RequestId", UUID.randomUUID().toString());
		headers.put("Content-Type", CONTENT_TYPE);
		headers.put("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(this.clock.instant().atOffset(ZoneOffset.UTC)));
		return headers;
	}

	private static InputStream body(HttpRequest request) {
		InputStream bytes = new ByteArrayInputStream(request.body());
		if (!"gzip".equalsIgnoreCase(request.header("content-encoding"))) {
			return bytes;
		}
		try {
			return new GZIPInputStream(bytes, 8 * 1024);
		}
		catch (IOException ex) {
			throw ServiceException.serialization("Body is not gzip: " + ex.getMessage());
		}
	}

}
