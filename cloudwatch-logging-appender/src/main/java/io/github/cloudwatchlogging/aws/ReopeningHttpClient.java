package io.github.cloudwatchlogging.aws;

import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * An HTTP client whose connections can be closed without closing it: the next request
 * opens others. Thread-safe.
 */
final class ReopeningHttpClient implements SdkHttpClient {

	private final Supplier<SdkHttpClient> factory;

	private final Consumer<ReopeningHttpClient> onClose;

	private @Nullable SdkHttpClient current;

	private boolean closed;

	ReopeningHttpClient(Supplier<SdkHttpClient> factory, Consumer<ReopeningHttpClient> onClose) {
		this.factory = factory;
		this.onClose = onClose;
		this.current = factory.get();
	}

	@Override
	public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
		return current().prepareRequest(request);
	}

	@Override
	public String clientName() {
		return current().clientName();
	}

	private synchronized SdkHttpClient current() {
		if (this.closed) {
			throw new IllegalStateException("The HTTP client is closed");
		}
		if (this.current == null) {
			this.current = this.factory.get();
		}
		return this.current;
	}

	synchronized void closeConnections() {
		if (this.current != null) {
			this.current.close();
			this.current = null;
		}
	}

	@Override
	public synchronized void close() {
		this.closed = true;
		closeConnections();
		this.onClose.accept(this);
	}

}
