package io.github.cloudwatchlogging.test.http;

import java.io.IOException;

/**
 * What the server does on the connection once a request has been handled: send an answer,
 * send it slowly, cut it, or send nothing.
 */
@FunctionalInterface
public interface Reply {

	/**
	 * Acts on the connection. Runs on the connection's own thread and may block it; the
	 * thread is interrupted when the server stops.
	 * @param connection the connection the request came from
	 * @throws IOException when the peer is gone
	 * @throws InterruptedException when the server stops
	 */
	void writeTo(HttpConnection connection) throws IOException, InterruptedException;

}
