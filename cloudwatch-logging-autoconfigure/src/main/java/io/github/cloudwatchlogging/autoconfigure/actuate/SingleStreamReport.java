package io.github.cloudwatchlogging.autoconfigure.actuate;

import io.github.cloudwatchlogging.delivery.StreamStatus;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * How one stream does. Around the report that health shows too, which must do without the
 * Actuator.
 *
 * @param stream the stream
 */
record SingleStreamReport(StreamReport stream) implements OperationResponseBody {

	static SingleStreamReport of(String appender, StreamStatus status) {
		return new SingleStreamReport(StreamReport.of(appender, status));
	}

}
