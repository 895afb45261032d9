package io.github.cloudwatchlogging.test.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/**
 * The server's end of one connection. A {@link Reply} uses it on the connection's own
 * thread; only {@link #close()} may be called by another.
 */
public final class HttpConnection implements AutoCloseable {

	private final Socket socket;

	private final InputStream input;

	private final OutputStream output;

	HttpConnection(Socket socket) throws IOException {
		this.socket = socket;
		// An answer written in one piece must not wait for the acknowledgement of the
		// last.
		socket.setTcpNoDelay(true);
		this.input = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
		this.output = socket.getOutputStream();
	}

	/**
	 * Sends bytes at once.
	 * @param bytes the bytes
	 * @throws IOException when the peer is gone
	 */
	public void write(byte[] bytes) throws IOException {
		write(bytes, 0, bytes.length);
	}

	/**
	 * Sends a part of an array at once.
	 * @param bytes the array
	 * @param offset where the part begins
	 * @param length its length
	 * @throws IOException when the peer is gone
	 */
	public void write(byte[] bytes, int offset, int length) throws IOException {
		this.output.write(bytes, offset, length);
		this.output.flush();
	}

	/**
	 * Closes the connection so that the peer sees a TCP reset.
	 * @throws IOException when the socket cannot be closed
	 */
	public void reset() throws IOException {
		this.socket.setSoLinger(true, 0);
		this.socket.close();
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

	boolean isClosed() {
		return this.socket.isClosed();
	}

	InputStream input() {
		return this.input;
	}

}
