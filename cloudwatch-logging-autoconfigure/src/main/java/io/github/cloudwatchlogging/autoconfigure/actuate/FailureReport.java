package io.github.cloudwatchlogging.autoconfigure.actuate;

import java.time.Instant;

import io.github.cloudwatchlogging.delivery.Failure;

/**
 * A failure, as operators read it. Without its message, which is the service's own text
 * and meant for the log.
 *
 * @param time when it was known
 * @param stream the id of the stream
 * @param kind what helps against it
 * @param code the service's code or the exception's name
 */
record FailureReport(Instant time, String stream, String kind, String code) {

	static FailureReport of(String appender, Failure failure) {
		return new FailureReport(failure.time(), StreamId.of(appender, failure.destination()),
				Names.of(failure.trouble().kind()), failure.trouble().code());
	}

}
