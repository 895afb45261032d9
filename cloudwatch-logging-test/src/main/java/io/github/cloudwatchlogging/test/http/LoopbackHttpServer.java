package io.github.cloudwatchlogging.test.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * Serves HTTP/1.1 on 127.0.0.1 with one daemon thread for each connection. May be stopped
 * and started again on the same port, which stays reserved meanwhile. Thread-safe.
 */
public final class LoopbackHttpServer implements AutoCloseable {

	private static final int BACKLOG = 512;

	private static final long STOP_MILLIS = 5_000;

	private static final InetAddress LOOPBACK = loopback();

	private final HttpHandler handler;

	private final Map<HttpConnection, Thread> connections = new ConcurrentHashMap<>();

	private int port;

	private @Nullable ServerSocket listener;

	private @Nullable Thread acceptor;

	private @Nullable Socket reservation;

	/**
	 * Creates a server that does not listen yet.
	 * @param port the port, or 0 for any free one
	 * @param handler what answers the requests
	 */
	public LoopbackHttpServer(int port, HttpHandler handler) {
		this.port = port;
		this.handler = handler;
	}

	/**
	 * Listens. Does nothing where the server listens already.
	 * @throws UncheckedIOException when the port cannot be bound
	 */
	public synchronized void start() {
		if (this.listener != null) {
			return;
		}
		try {
			release();
			ServerSocket socket = new ServerSocket();
			socket.setReuseAddress(true);
			socket.bind(new InetSocketAddress(LOOPBACK, this.port), BACKLOG);
			this.port = socket.getLocalPort();
			this.listener = socket;
			this.acceptor = daemon(() -> accept(socket), "accept");
			this.acceptor.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot listen on port " + this.port, ex);
		}
	}

	/**
	 * Refuses connections from now on and ends the open ones. Requests that were being
	 * handled have ended when this returns.
	 * @throws UncheckedIOException when the port cannot be reserved
	 */
	public synchronized void stop() {
		if (this.listener == null) {
			return;
		}
		try {
			endAll(this.listener);
			reserve();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot keep port " + this.port, ex);
		}
	}

	/**
	 * Stops and gives the port back.
	 * @throws UncheckedIOException when a socket cannot be closed
	 */
	@Override
	public synchronized void close() {
		try {
			if (this.listener != null) {
				endAll(this.listener);
			}
			release();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot give port " + this.port + " back", ex);
		}
	}

	/**
	 * Returns the port.
	 * @return the port; 0 before the first start of a server on any free port
	 */
	public synchronized int port() {
		return this.port;
	}

	/**
	 * Returns how many connections are open.
	 * @return their number
	 */
	public int connectionCount() {
		return this.connections.size();
	}

	/**
	 * Returns whether the server accepts connections.
	 * @return whether it does
	 */
	public synchronized boolean isRunning() {
		return this.listener != null;
	}

	/** A bound socket that does not listen refuses callers and keeps others off. */
	private void reserve() throws IOException {
		Socket socket = new Socket();
		socket.setReuseAddress(true);
		socket.bind(new InetSocketAddress(LOOPBACK, this.port));
		this.reservation = socket;
	}

	private void release() throws IOException {
		if (this.reservation != null) {
			this.reservation.close();
			this.reservation = null;
		}
	}

	private void endAll(ServerSocket socket) throws IOException {
		this.listener = null;
		socket.close();
		long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(STOP_MILLIS);
		if (this.acceptor != null) {
			// The kernel listens until a pending accept has returned.
			join(this.acceptor, deadline);
		}
		Map<HttpConnection, Thread> open = Map.copyOf(this.connections);
		for (Map.Entry<HttpConnection, Thread> connection : open.entrySet()) {
			connection.getKey().close();
			connection.getValue().interrupt();
		}
		open.values().forEach((thread) -> join(thread, deadline));
	}

	private static void join(Thread thread, long deadline) {
		long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
		if (thread == Thread.currentThread() || left <= 0) {
			return;
		}
		try {
			thread.join(left);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void accept(ServerSocket socket) {
		while (!socket.isClosed()) {
			try {
				HttpConnection connection = new HttpConnection(socket.accept());
				Thread thread = daemon(() -> serve(connection), "connection");
				this.connections.put(connection, thread);
				thread.start();
			}
			catch (IOException ex) {
				// The listener was closed, or the peer went away before it was served.
			}
		}
	}

	private void serve(HttpConnection connection) {
		try (connection) {
			HttpRequestReader reader = new HttpRequestReader(connection);
			HttpRequest head = reader.nextHead();
			while (head != null && !connection.isClosed()) {
				Reply breakOff = this.handler.breakOff(head);
				if (breakOff != null) {
					reader.readHalf(head);
					breakOff.writeTo(connection);
					return;
				}
				this.handler.handle(reader.complete(head)).writeTo(connection);
				boolean last = "close".equalsIgnoreCase(head.header("connection"));
				head = (last || connection.isClosed()) ? null : reader.nextHead();
			}
		}
		catch (IOException ex) {
			// The peer is gone: nobody is left to tell.
		}
		catch (InterruptedException ex) {
			// The server stops, and this thread ends with it.
			Thread.currentThread().interrupt();
		}
		finally {
			this.connections.remove(connection);
		}
	}

	private static Thread daemon(Runnable task, String role) {
		Thread thread = new Thread(task, "embedded-cloudwatch-logs-" + role);
		thread.setDaemon(true);
		return thread;
	}

	private static InetAddress loopback() {
		try {
			return InetAddress.getByAddress("127.0.0.1", new byte[] { 127, 0, 0, 1 });
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
