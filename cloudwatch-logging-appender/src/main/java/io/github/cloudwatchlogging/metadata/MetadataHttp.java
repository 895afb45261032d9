package io.github.cloudwatchlogging.metadata;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Calls to a metadata service, which listens on this machine: without a proxy, without
 * redirects. Thread-safe.
 */
final class MetadataHttp {

	private static final int TIMEOUT_MILLIS = 1_000;

	private static final int MAX_BODY_BYTES = 64 * 1024;

	private static final int TOO_MANY_REQUESTS = 429;

	private MetadataHttp() {
	}

	/**
	 * Makes a call.
	 * @return the body, or {@code null} where the service does not have it
	 * @throws IOException if the service cannot be reached, or is to be asked again
	 */
	static @Nullable String call(String method, URI uri, Map<String, String> headers) throws IOException {
		HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection(Proxy.NO_PROXY);
		try {
			connection.setRequestMethod(method);
			connection.setConnectTimeout(TIMEOUT_MILLIS);
			connection.setReadTimeout(TIMEOUT_MILLIS);
			connection.setInstanceFollowRedirects(false);
			connection.setUseCaches(false);
			headers.forEach(connection::setRequestProperty);
			int status = connection.getResponseCode();
			if (status >= HttpURLConnection.HTTP_INTERNAL_ERROR || status == TOO_MANY_REQUESTS) {
				throw new IOException(method + " " + uri.getPath() + " was answered with status " + status);
			}
			return (status == HttpURLConnection.HTTP_OK) ? body(connection) : null;
		}
		finally {
			connection.disconnect();
		}
	}

	private static String body(HttpURLConnection connection) throws IOException {
		try (InputStream body = connection.getInputStream()) {
			return new String(body.readNBytes(MAX_BODY_BYTES), StandardCharsets.UTF_8);
		}
	}

	/**
	 * Returns a text member of a JSON object. Enough for names and ids, which have
	 * nothing to escape; a member with escapes is passed over.
	 * @return its value, or {@code null} where there is none
	 */
	static @Nullable String member(@Nullable String json, String name) {
		if (json == null) {
			return null;
		}
		Matcher member = Pattern.compile("\"" + Pattern.quote(name) + "\"\\s*:\\s*\"([^\"\\\\]+)\"").matcher(json);
		return member.find() ? member.group(1) : null;
	}

}
