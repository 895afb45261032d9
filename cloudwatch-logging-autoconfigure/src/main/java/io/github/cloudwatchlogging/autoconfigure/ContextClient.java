package io.github.cloudwatchlogging.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.github.cloudwatchlogging.aws.ClientSettings;
import io.github.cloudwatchlogging.aws.ClientSource;
import io.github.cloudwatchlogging.aws.OwnClient;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;

/**
 * Gives the engine the client bean of the application context, which does not exist yet
 * when the first events are logged and is about to be gone when the last ones are. Until
 * the context has its beans the engine waits, for a bounded time; a context that failed,
 * or takes longer, is done without: the client is then built from the properties alone.
 * Thread-safe.
 */
final class ContextClient implements ClientSource {

	static final Duration PATIENCE = Duration.ofSeconds(10);

	private final OwnClient ownClient;

	private final long waitUntilNanos;

	private final List<Lease> leases = new ArrayList<>();

	private boolean waiting = true;

	private boolean engineStopped;

	ContextClient(ClientSettings settings, Duration patience) {
		this.ownClient = new OwnClient(settings);
		this.waitUntilNanos = System.nanoTime() + patience.toNanos();
	}

	// A bean is never asked for under this object's lock: creating one may take the
	// context's own.
	@Override
	public CloudWatchLogsClient client() {
		for (Lease lease : leasesNewestFirst()) {
			CloudWatchLogsClient client = lease.client();
			if (client != null) {
				return client;
			}
		}
		return this.ownClient.client();
	}

	private synchronized List<Lease> leasesNewestFirst() {
		this.engineStopped = false;
		awaitContext();
		List<Lease> newestFirst = new ArrayList<>(this.leases);
		Collections.reverse(newestFirst);
		return newestFirst;
	}

	private void awaitContext() {
		try {
			long remaining = this.waitUntilNanos - System.nanoTime();
			while (this.waiting && remaining > 0) {
				TimeUnit.NANOSECONDS.timedWait(this, remaining);
				remaining = this.waitUntilNanos - System.nanoTime();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * The context has its beans.
	 * @param client creates or returns its client
	 * @return to be told when that context closes
	 */
	synchronized Lease handOver(Supplier<CloudWatchLogsClient> client) {
		Lease lease = new Lease(client);
		this.leases.add(lease);
		stopWaiting();
		return lease;
	}

	/**
	 * There is no context to wait for.
	 */
	synchronized void stopWaiting() {
		this.waiting = false;
		notifyAll();
	}

	@Override
	public synchronized void close() {
		this.engineStopped = true;
		this.ownClient.close();
		closeUnused();
	}

	private void closeUnused() {
		if (this.engineStopped) {
			this.leases.removeIf(Lease::closeIfEnded);
		}
	}

	/**
	 * One context's client. It is closed when both its context and the engine have ended,
	 * so that what is logged while the context is destroyed can still be sent.
	 */
	final class Lease {

		private final Supplier<CloudWatchLogsClient> supplier;

		private volatile @Nullable CloudWatchLogsClient client;

		private volatile boolean contextClosed;

		private Lease(Supplier<CloudWatchLogsClient> supplier) {
			this.supplier = supplier;
		}

		private @Nullable CloudWatchLogsClient client() {
			if (this.client == null && !this.contextClosed) {
				this.client = this.supplier.get();
			}
			return this.client;
		}

		void contextClosed() {
			synchronized (ContextClient.this) {
				this.contextClosed = true;
				closeUnused();
			}
		}

		private boolean closeIfEnded() {
			CloudWatchLogsClient created = this.client;
			if (this.contextClosed && created != null) {
				created.close();
			}
			return this.contextClosed;
		}

	}

}
