package io.github.cloudwatchlogging.test.journal;

import java.util.ArrayList;
import java.util.List;

/**
 * The requests in the order in which their answers were decided. Thread-safe.
 */
public final class RequestJournal {

	private final List<RecordedRequest> requests = new ArrayList<>();

	/**
	 * Adds a request.
	 * @param request the request
	 */
	public synchronized void add(RecordedRequest request) {
		this.requests.add(request);
	}

	/**
	 * Returns the requests.
	 * @return a copy
	 */
	public synchronized List<RecordedRequest> requests() {
		return List.copyOf(this.requests);
	}

	/**
	 * Forgets the requests.
	 */
	public synchronized void clear() {
		this.requests.clear();
	}

}
