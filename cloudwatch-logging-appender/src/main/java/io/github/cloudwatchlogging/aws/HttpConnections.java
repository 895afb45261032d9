package io.github.cloudwatchlogging.aws;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClientBuilder;
import software.amazon.awssdk.utils.AttributeMap;

/**
 * The connections of clients that outlive a checkpoint of the process, where a connection
 * does not. Thread-safe.
 */
public final class HttpConnections {

	private static final int MOST_CONNECTIONS = 1024;

	private final List<ReopeningHttpClient> clients = new CopyOnWriteArrayList<>();

	/**
	 * Lets a client have its connections here.
	 * @param builder the client's
	 * @param settings those the client is built from
	 */
	public void use(CloudWatchLogsClientBuilder builder, ClientSettings settings) {
		builder.httpClientBuilder(new Builder(apache(settings)));
	}

	/**
	 * Closes all connections. A client that is used again opens others.
	 */
	public void release() {
		this.clients.forEach(ReopeningHttpClient::closeConnections);
	}

	// The time-out of the call decides, not that of the socket; and no sender waits for a
	// connection, of which only those in use are open.
	static Apache5HttpClient.Builder apache(ClientSettings settings) {
		return Apache5HttpClient.builder().socketTimeout(settings.apiTimeout()).maxConnections(MOST_CONNECTIONS);
	}

	private final class Builder implements SdkHttpClient.Builder<Builder> {

		private final Apache5HttpClient.Builder delegate;

		private Builder(Apache5HttpClient.Builder delegate) {
			this.delegate = delegate;
		}

		@Override
		public SdkHttpClient buildWithDefaults(AttributeMap defaults) {
			ReopeningHttpClient client = new ReopeningHttpClient(() -> this.delegate.buildWithDefaults(defaults),
					HttpConnections.this.clients::remove);
			HttpConnections.this.clients.add(client);
			return client;
		}

	}

}
