package io.github.cloudwatchlogging.test.http;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One request, read completely; or its head alone, and the body is empty.
 *
 * @param method the HTTP method, in upper case as sent
 * @param path the request target as sent
 * @param headers the headers by lower-case name; a repeated name keeps the last value
 * @param body the bytes as they came over the wire, not decompressed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; the bytes are not copied
public record HttpRequest(String method, String path, Map<String, String> headers, byte[] body) {

	/**
	 * Returns the value of a header.
	 * @param lowerCaseName the name in lower case
	 * @return the value, or {@code null} where the request has no such header
	 */
	public @Nullable String header(String lowerCaseName) {
		return this.headers.get(lowerCaseName);
	}

}
