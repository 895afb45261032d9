package io.github.cloudwatchlogging.test.http;

import org.jspecify.annotations.Nullable;

/**
 * Decides on the reply to a request. Called by many connections at once.
 */
@FunctionalInterface
public interface HttpHandler {

	/**
	 * Handles one request.
	 * @param request the request
	 * @return what to do on the connection
	 */
	Reply handle(HttpRequest request);

	/**
	 * Decides whether to go on with a request of which only the head has been read.
	 * @param head the request, its body empty
	 * @return what to do on the connection once half of the body has been read, after
	 * which the connection ends; or {@code null} to read the rest and handle it
	 */
	default @Nullable Reply breakOff(HttpRequest head) {
		return null;
	}

}
