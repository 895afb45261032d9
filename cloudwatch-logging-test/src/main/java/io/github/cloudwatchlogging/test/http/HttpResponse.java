package io.github.cloudwatchlogging.test.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A whole answer, which is also the {@link Reply} that sends it.
 *
 * @param status the HTTP status
 * @param headers the headers besides {@code Content-Length}
 * @param body the body; may be empty
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; the bytes are not copied
public record HttpResponse(int status, Map<String, String> headers, byte[] body) implements Reply {

	@Override
	public void writeTo(HttpConnection connection) throws IOException {
		connection.write(toBytes());
	}

	/**
	 * Returns the answer as it goes over the wire, head and body.
	 * @return a new array
	 */
	public byte[] toBytes() {
		StringBuilder head = new StringBuilder(256);
		head.append("HTTP/1.1 ").append(this.status).append(' ').append(reason()).append("\r\n");
		this.headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
		head.append("Content-Length: ").append(this.body.length).append("\r\n\r\n");
		byte[] start = head.toString().getBytes(StandardCharsets.ISO_8859_1);
		byte[] whole = new byte[start.length + this.body.length];
		System.arraycopy(start, 0, whole, 0, start.length);
		System.arraycopy(this.body, 0, whole, start.length, this.body.length);
		return whole;
	}

	private String reason() {
		return switch (this.status) {
			case 200 -> "OK";
			case 400 -> "Bad Request";
			case 404 -> "Not Found";
			case 413 -> "Payload Too Large";
			case 500 -> "Internal Server Error";
			case 503 -> "Service Unavailable";
			default -> "Status " + this.status;
		};
	}

}
