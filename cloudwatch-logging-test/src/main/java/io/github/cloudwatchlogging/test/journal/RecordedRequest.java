package io.github.cloudwatchlogging.test.journal;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One request, recorded before its answer is sent.
 *
 * @param operation the operation, for instance {@code PutLogEvents}; empty where the
 * request named none
 * @param status the HTTP status of the answer, or 0 where a fault kept the request from
 * being carried out without an answer
 * @param errorType the error type, or {@code null} where the request succeeded
 * @param group the group it names, or {@code null}
 * @param stream the stream it names, or {@code null}
 * @param eventCount how many events it brought
 * @param acceptedCount how many of them were stored
 * @param bodyBytes the size of its body on the wire
 * @param contentEncoding its {@code Content-Encoding}, or {@code null}
 * @param accessKey the access key that signed it, or {@code null} where it is not signed
 * @param arrival when it arrived, by the server's clock
 */
public record RecordedRequest(String operation, int status, @Nullable String errorType, @Nullable String group,
		@Nullable String stream, int eventCount, int acceptedCount, int bodyBytes, @Nullable String contentEncoding,
		@Nullable String accessKey, Instant arrival) {

	/**
	 * Returns whether the request was carried out.
	 * @return whether the status is 200
	 */
	public boolean isSuccess() {
		return this.status == 200;
	}

}
