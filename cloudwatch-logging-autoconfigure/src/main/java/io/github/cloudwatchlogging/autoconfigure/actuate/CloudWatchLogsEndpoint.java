package io.github.cloudwatchlogging.autoconfigure.actuate;

import java.time.Duration;
import java.util.Optional;

import io.github.cloudwatchlogging.agent.config.AgentConfiguration;
import io.github.cloudwatchlogging.delivery.StreamStatus;
import io.github.cloudwatchlogging.logback.AppenderSettings;
import io.github.cloudwatchlogging.logback.CloudWatchAppender;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/**
 * Shows where the events are, and flushes them. Thread-safe.
 */
@Endpoint(id = "cloudwatchlogs")
public class CloudWatchLogsEndpoint {

	private static final String AGENT = "agent";

	private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);

	private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(5);

	private final CloudWatchAppender appender;

	/**
	 * Creates an endpoint.
	 * @param appender whose events it shows
	 */
	public CloudWatchLogsEndpoint(CloudWatchAppender appender) {
		this.appender = appender;
	}

	/**
	 * Returns where all events are.
	 * @return settings, ledger, streams and recent failures
	 */
	@ReadOperation
	public StatusReport status() {
		return StatusReport.of(this.appender.snapshot(), this.appender.settings(), this.appender.connection());
	}

	/**
	 * Returns how one stream does or, in agent mode, what the CloudWatch agent has to be
	 * told. No stream has the id {@code agent}, as each has a colon.
	 * @param stream its id, or {@code agent}
	 * @return the stream or the configuration, or {@code null} if there is no such thing
	 */
	@ReadOperation
	public @Nullable Object stream(@Selector String stream) {
		if (AGENT.equals(stream)) {
			AppenderSettings settings = this.appender.settings();
			AgentConfiguration configuration = (settings != null) ? settings.agentConfiguration() : null;
			return (configuration != null) ? AgentReport.of(configuration) : null;
		}
		return find(stream).map(SingleStreamReport::of).orElse(null);
	}

	/**
	 * Sends all that is pending and waits until the service answered for it.
	 * @param timeout how long to wait at most, 0 to 5 minutes; 10 seconds where nobody
	 * says
	 * @return what was delivered and what is left
	 * @throws InvalidEndpointRequestException if the time-out is out of its range
	 */
	@WriteOperation
	public FlushReport flush(@Nullable Duration timeout) {
		return FlushReport.of(this.appender.flush(checked(timeout)));
	}

	/**
	 * Sends what is pending for one stream and waits until the service answered for it.
	 * @param stream its id
	 * @param timeout how long to wait at most, 0 to 5 minutes; 10 seconds where nobody
	 * says
	 * @return what was delivered and what is left
	 * @throws InvalidEndpointRequestException if the time-out is out of its range, or no
	 * stream that is open has that id
	 */
	@WriteOperation
	public FlushReport flushStream(@Selector String stream, @Nullable Duration timeout) {
		StreamStatus open = find(stream)
			.orElseThrow(() -> new InvalidEndpointRequestException("No open stream has the id " + stream,
					"No open stream has that id"));
		return FlushReport.of(this.appender.flush(open.destination(), checked(timeout)));
	}

	private Optional<StreamStatus> find(String stream) {
		return this.appender.snapshot()
			.streams()
			.stream()
			.filter((status) -> StreamId.of(status.destination()).equals(stream))
			.findFirst();
	}

	private static Duration checked(@Nullable Duration timeout) {
		Duration chosen = (timeout != null) ? timeout : DEFAULT_TIMEOUT;
		if (chosen.isNegative() || chosen.compareTo(LONGEST_TIMEOUT) > 0) {
			throw new InvalidEndpointRequestException("timeout = " + chosen,
					"The timeout must lie between 0 and 5 minutes");
		}
		return chosen;
	}

}
