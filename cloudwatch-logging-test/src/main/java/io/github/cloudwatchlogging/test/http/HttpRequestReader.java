package io.github.cloudwatchlogging.test.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Reads requests off one connection, with a length or in chunks. Not thread-safe.
 */
final class HttpRequestReader {

	/** A full batch of control characters, each escaped as six characters, fits. */
	static final int MAX_BODY_BYTES = 16 * 1024 * 1024;

	private static final int MAX_LINE_BYTES = 64 * 1024;

	private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);

	private final HttpConnection connection;

	private final InputStream input;

	HttpRequestReader(HttpConnection connection) {
		this.connection = connection;
		this.input = connection.input();
	}

	/**
	 * Reads the head of the next request. Its body is to be read next.
	 * @return the head, or {@code null} where the peer has closed the connection
	 */
	@Nullable HttpRequest nextHead() throws IOException {
		String requestLine = readLine();
		if (requestLine == null) {
			return null;
		}
		String[] parts = requestLine.split(" ", 3);
		if (parts.length != 3) {
			throw new IOException("Not an HTTP request line: " + requestLine);
		}
		Map<String, String> headers = readHeaders();
		if ("100-continue".equalsIgnoreCase(headers.get("expect"))) {
			this.connection.write(CONTINUE);
		}
		return new HttpRequest(parts[0], parts[1], headers, new byte[0]);
	}

	/**
	 * Reads the body that follows a head.
	 * @return the whole request
	 */
	HttpRequest complete(HttpRequest head) throws IOException {
		byte[] body = isChunked(head) ? readChunks() : readExactly(length(head));
		return new HttpRequest(head.method(), head.path(), head.headers(), body);
	}

	/**
	 * Reads half of the body that follows a head, or of its first chunk.
	 */
	void readHalf(HttpRequest head) throws IOException {
		int size = isChunked(head) ? parseSize(chunkSize(readRequiredLine()), 16) : length(head);
		var unused = readExactly(size / 2);
	}

	private static boolean isChunked(HttpRequest head) {
		return head.header("transfer-encoding") != null;
	}

	private static int length(HttpRequest head) throws IOException {
		String contentLength = head.header("content-length");
		return (contentLength != null) ? parseSize(contentLength, 10) : 0;
	}

	private Map<String, String> readHeaders() throws IOException {
		Map<String, String> headers = new LinkedHashMap<>();
		String line = readRequiredLine();
		while (!line.isEmpty()) {
			int colon = line.indexOf(':');
			if (colon < 1) {
				throw new IOException("Not an HTTP header: " + line);
			}
			headers.put(line.substring(0, colon).trim().toLowerCase(Locale.ROOT), line.substring(colon + 1).trim());
			line = readRequiredLine();
		}
		return headers;
	}

	private byte[] readChunks() throws IOException {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		int size = parseSize(chunkSize(readRequiredLine()), 16);
		while (size > 0) {
			body.writeBytes(readExactly(size));
			if (body.size() > MAX_BODY_BYTES) {
				throw new IOException("Request body over " + MAX_BODY_BYTES + " bytes");
			}
			readRequiredLine();
			size = parseSize(chunkSize(readRequiredLine()), 16);
		}
		readHeaders();
		return body.toByteArray();
	}

	private static String chunkSize(String line) {
		int extension = line.indexOf(';');
		return (extension < 0) ? line : line.substring(0, extension);
	}

	private static int parseSize(String text, int radix) throws IOException {
		try {
			int size = Integer.parseInt(text.trim(), radix);
			if (size >= 0 && size <= MAX_BODY_BYTES) {
				return size;
			}
		}
		catch (NumberFormatException ex) {
			throw new IOException("Not a size: " + text, ex);
		}
		throw new IOException("Request body over " + MAX_BODY_BYTES + " bytes: " + text);
	}

	private byte[] readExactly(int size) throws IOException {
		byte[] bytes = this.input.readNBytes(size);
		if (bytes.length < size) {
			throw new EOFException("Body ends after " + bytes.length + " of " + size + " bytes");
		}
		return bytes;
	}

	private String readRequiredLine() throws IOException {
		String line = readLine();
		if (line == null) {
			throw new EOFException("Connection closed within a request");
		}
		return line;
	}

	private @Nullable String readLine() throws IOException {
		StringBuilder line = new StringBuilder();
		int next = this.input.read();
		if (next < 0) {
			return null;
		}
		while (next >= 0 && next != '\n') {
			if (next != '\r') {
				line.append((char) next);
			}
			if (line.length() > MAX_LINE_BYTES) {
				throw new IOException("Header line over " + MAX_LINE_BYTES + " bytes");
			}
			next = this.input.read();
		}
		return line.toString();
	}

}
