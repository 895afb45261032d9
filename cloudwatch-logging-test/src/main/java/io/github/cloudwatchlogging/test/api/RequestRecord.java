package io.github.cloudwatchlogging.test.api;

import java.time.Instant;

import io.github.cloudwatchlogging.test.contract.ServiceException;
import io.github.cloudwatchlogging.test.fault.ApiCall;
import io.github.cloudwatchlogging.test.http.HttpRequest;
import io.github.cloudwatchlogging.test.journal.RecordedRequest;
import io.github.cloudwatchlogging.test.journal.RequestJournal;
import io.github.cloudwatchlogging.test.store.EventBatch;
import org.jspecify.annotations.Nullable;

/**
 * What is known so far of a request in hand. Its last word goes to the journal. Confined
 * to the thread of the request.
 */
final class RequestRecord {

	private final RequestJournal journal;

	private final HttpRequest request;

	private final String operation;

	private final Instant arrival;

	private @Nullable String accessKey;

	private ApiCall call;

	RequestRecord(RequestJournal journal, HttpRequest request, String operation, Instant arrival) {
		this.journal = journal;
		this.request = request;
		this.operation = operation;
		this.arrival = arrival;
		this.call = new ApiCall(operation, null, null, EventBatch.empty());
	}

	String operation() {
		return this.operation;
	}

	void accessKey(String key) {
		this.accessKey = key;
	}

	void call(ApiCall prepared) {
		this.call = prepared;
	}

	void succeeded(int acceptedEvents) {
		record(200, null, acceptedEvents);
	}

	void refused(ServiceException refusal) {
		record(refusal.status(), refusal.type(), 0);
	}

	void unanswered() {
		record(0, null, 0);
	}

	private void record(int status, @Nullable String errorType, int acceptedEvents) {
		this.journal.add(new RecordedRequest(this.operation, status, errorType, this.call.group(), this.call.stream(),
				this.call.events().size(), acceptedEvents, this.request.body().length,
				this.request.header("content-encoding"), this.accessKey, this.arrival));
	}

}
