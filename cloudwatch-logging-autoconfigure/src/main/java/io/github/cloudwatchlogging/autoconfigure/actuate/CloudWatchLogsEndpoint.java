package io.github.cloudwatchlogging.autoconfigure.actuate;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.cloudwatchlogging.delivery.FlushResult;
import io.github.cloudwatchlogging.delivery.StreamStatus;
import io.github.cloudwatchlogging.logback.CloudWatchAppender;
import io.github.cloudwatchlogging.logback.CloudWatchAppenders;
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

	private final CloudWatchAppenders appenders;

	/**
	 * Creates an endpoint.
	 * @param appenders whose events it shows
	 */
	public CloudWatchLogsEndpoint(CloudWatchAppenders appenders) {
		this.appenders = appenders;
	}

	/**
	 * Returns where all events are.
	 * @return settings, ledger, streams and recent failures
	 */
	@ReadOperation
	public StatusReport status() {
		return StatusReport.of(AppenderStatus.of(this.appenders));
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
			return AgentReport.of(AppenderStatus.of(this.appenders));
		}
		return find(stream).map(OpenStream::report).orElse(null);
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
		return FlushReport.of(this.appenders.flushEach(checked(timeout)));
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
		OpenStream open = find(stream)
			.orElseThrow(() -> new InvalidEndpointRequestException("No open stream has the id " + stream,
					"No open stream has that id"));
		return FlushReport.of(open.flush(checked(timeout)));
	}

	private Optional<OpenStream> find(String id) {
		return this.appenders.byName()
			.entrySet()
			.stream()
			.flatMap((named) -> OpenStream.of(named.getKey(), named.getValue()))
			.filter((stream) -> stream.id().equals(id))
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

	private record OpenStream(String owner, CloudWatchAppender appender, StreamStatus status) {

		static Stream<OpenStream> of(String owner, CloudWatchAppender appender) {
			return appender.snapshot().streams().stream().map((status) -> new OpenStream(owner, appender, status));
		}

		String id() {
			return StreamId.of(this.owner, this.status.destination());
		}

		SingleStreamReport report() {
			return SingleStreamReport.of(this.owner, this.status);
		}

		Map<String, FlushResult> flush(Duration timeout) {
			return Map.of(this.owner, this.appender.flush(this.status.destination(), timeout));
		}

	}

}
