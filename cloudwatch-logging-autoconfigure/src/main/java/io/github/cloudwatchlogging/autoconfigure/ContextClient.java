package io.github.cloudwatchlogging.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.github.cloudwatchlogging.aws.ClientSettings;
import io.github.cloudwatchlogging.aws.ClientSource;
import io.github.cloudwatchlogging.aws.OwnClient;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;

import org.springframework.util.ClassUtils;

/**
 * Gives the engine the client bean of the application context, which does not exist yet
 * when the first events are logged and is about to be gone when the last ones are. Until
 * the context has its beans the engine waits, for a bounded time; a context that failed,
 * or takes longer, is done without: the client is then built from the properties alone.
 * Where a context has connection details the properties name the wrong service: the
 * engine then waits for it as long as it takes, and never uses such a client.
 * Thread-safe.
 */
final class ContextClient implements ClientSource {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	// Docker Compose pulls and starts containers before the context knows its beans.
	private static final Duration PATIENCE_WITH_COMPOSE = Duration.ofMinutes(10);

	private static final boolean COMPOSE_PRESENT = ClassUtils
		.isPresent("org.springframework.boot.docker.compose.core.DockerCompose", ContextClient.class.getClassLoader());

	private final OwnClient ownClient;

	private final long waitUntilNanos;

	private final List<Lease> leases = new ArrayList<>();

	private boolean waiting = true;

	private boolean detailsExpected;

	private boolean engineStopped;

	ContextClient(ClientSettings settings, Duration patience) {
		this.ownClient = new OwnClient(settings);
		this.waitUntilNanos = System.nanoTime() + patience.toNanos();
	}

	/**
	 * Returns how long the engine waits for a context that has no connection details, or
	 * does not know it yet.
	 */
	static Duration patience() {
		return COMPOSE_PRESENT ? PATIENCE_WITH_COMPOSE : PATIENCE;
	}

	// A bean is never asked for under this object's lock: creating one may take the
	// context's own.
	@Override
	public CloudWatchLogsClient client() {
		for (Lease lease : leasesBestFirst()) {
			CloudWatchLogsClient client = lease.client();
			if (client != null) {
				return client;
			}
		}
		if (isDetailsExpected()) {
			throw new IllegalStateException("The context ended before its connection details could be used");
		}
		return this.ownClient.client();
	}

	private synchronized boolean isDetailsExpected() {
		return this.detailsExpected;
	}

	// The newest of the contexts that live; without one, that which was closed last.
	private synchronized List<Lease> leasesBestFirst() {
		this.engineStopped = false;
		awaitContext();
		List<Lease> bestFirst = new ArrayList<>(this.leases);
		Collections.reverse(bestFirst);
		bestFirst.sort(Comparator.comparing(Lease::isContextClosed));
		return bestFirst;
	}

	private void awaitContext() {
		try {
			long remaining = this.waitUntilNanos - System.nanoTime();
			while (this.waiting && (this.detailsExpected || remaining > 0)) {
				TimeUnit.NANOSECONDS.timedWait(this, this.detailsExpected ? Long.MAX_VALUE : remaining);
				remaining = this.waitUntilNanos - System.nanoTime();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * A context has connection details, and will have its beans or fail. Who has the
	 * client of another one meanwhile goes on with that.
	 */
	synchronized void expectDetails() {
		this.detailsExpected = true;
		this.waiting = this.leases.stream().allMatch(Lease::isContextClosed);
	}

	/**
	 * The context has its beans.
	 * @param client creates or returns its client, or {@code null} if it has none
	 * @param closing whether the client is ours to close
	 * @return to be told when that context closes
	 */
	synchronized Lease handOver(Supplier<@Nullable CloudWatchLogsClient> client, boolean closing) {
		Lease lease = new Lease(client, closing);
		this.engineStopped = false;
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
	 * so that what is logged while the context is destroyed can still be sent; or when
	 * the next context has ended after its own, as nothing is sent with it any more.
	 */
	final class Lease {

		private final Supplier<@Nullable CloudWatchLogsClient> supplier;

		private final boolean closing;

		private volatile @Nullable CloudWatchLogsClient client;

		private volatile boolean beansGone;

		private volatile boolean contextClosed;

		private Lease(Supplier<@Nullable CloudWatchLogsClient> supplier, boolean closing) {
			this.supplier = supplier;
			this.closing = closing;
		}

		/**
		 * Returns the client, created at the first call; {@code null} if the context has
		 * none or can no longer create it.
		 */
		@Nullable CloudWatchLogsClient client() {
			if (this.client == null && !this.beansGone) {
				this.client = this.supplier.get();
			}
			return this.client;
		}

		/**
		 * The context is about to destroy its beans: the client is created now or never.
		 */
		void contextClosing() {
			try {
				client();
			}
			catch (RuntimeException ex) {
				// The engine tells it, with the client that it builds from the same
				// properties. Here it would be a stack trace at the end of each
				// application that has no Region.
			}
			finally {
				beansGone();
			}
		}

		/**
		 * The context can be asked for nothing any more.
		 */
		void beansGone() {
			this.beansGone = true;
		}

		void contextClosed() {
			synchronized (ContextClient.this) {
				this.contextClosed = true;
				ContextClient.this.leases.removeIf((lease) -> lease != this && lease.closeIfEnded());
				closeUnused();
			}
		}

		private boolean isContextClosed() {
			return this.contextClosed;
		}

		private boolean closeIfEnded() {
			CloudWatchLogsClient created = this.client;
			if (this.contextClosed && this.closing && created != null) {
				created.close();
			}
			return this.contextClosed;
		}

	}

}
