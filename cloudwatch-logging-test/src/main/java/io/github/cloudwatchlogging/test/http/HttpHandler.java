package io.github.cloudwatchlogging.test.http;

/**
 * Decides on the reply to a request. Called by many connections at once.
 */
@FunctionalInterface
public interface HttpHandler {

	/**
	 * Handle one request.
	 * @param request the request
	 * @return what to do on the connection
	 */
	Reply handle(HttpRequest request);

}
