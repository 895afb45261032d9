package io.github.cloudwatchlogging.aws;

import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;

/**
 * Where the SDK's client comes from. Asked on the engine's threads, so that building a
 * client never slows a start; thread-safe.
 */
public interface ClientSource extends AutoCloseable {

	/**
	 * Returns the client, building it at the first call.
	 * @return the client
	 * @throws RuntimeException if none can be had now; it is asked again later
	 */
	CloudWatchLogsClient client();

	/**
	 * Closes the client if this source built it. Called once all calls are over.
	 */
	@Override
	void close();

}
