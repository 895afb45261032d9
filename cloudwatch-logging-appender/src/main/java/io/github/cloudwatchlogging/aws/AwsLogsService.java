package io.github.cloudwatchlogging.aws;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import io.github.cloudwatchlogging.batch.BatchSlice;
import io.github.cloudwatchlogging.delivery.LogsService;
import io.github.cloudwatchlogging.delivery.Outcome;
import io.github.cloudwatchlogging.delivery.Trouble;
import io.github.cloudwatchlogging.event.Destination;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.RejectedLogEventsInfo;

/**
 * The service through the SDK's client.
 */
public final class AwsLogsService implements LogsService {

	private final ClientSource clientSource;

	/**
	 * Creates the service.
	 * @param clientSource where the client comes from; closed with the service
	 */
	public AwsLogsService(ClientSource clientSource) {
		this.clientSource = clientSource;
	}

	@Override
	public Outcome putLogEvents(Destination destination, BatchSlice slice) {
		return call((client) -> {
			List<InputLogEvent> events = new ArrayList<>(slice.count());
			slice.forEach((timestamp, buffer, offset,
					length) -> events.add(InputLogEvent.builder()
						.timestamp(timestamp)
						.message(new String(buffer, offset, length, StandardCharsets.UTF_8))
						.build()));
			PutLogEventsResponse response = client.putLogEvents((request) -> request.logGroupName(destination.group())
				.logStreamName(destination.stream())
				.logEvents(events));
			RejectedLogEventsInfo rejected = response.rejectedLogEventsInfo();
			return (rejected != null) ? partlyRejected(rejected, events.size()) : new Outcome.Delivered();
		});
	}

	private static Outcome partlyRejected(RejectedLogEventsInfo rejected, int count) {
		return new Outcome.PartlyRejected(Objects.requireNonNullElse(rejected.tooOldLogEventEndIndex(), 0),
				Objects.requireNonNullElse(rejected.expiredLogEventEndIndex(), 0),
				Objects.requireNonNullElse(rejected.tooNewLogEventStartIndex(), count));
	}

	@Override
	public Outcome createLogStream(Destination destination) {
		return call((client) -> {
			client.createLogStream(
					(request) -> request.logGroupName(destination.group()).logStreamName(destination.stream()));
			return new Outcome.Created();
		});
	}

	@Override
	public Outcome createLogGroup(String group) {
		return call((client) -> {
			client.createLogGroup((request) -> request.logGroupName(group));
			return new Outcome.Created();
		});
	}

	private Outcome call(Function<CloudWatchLogsClient, Outcome> call) {
		CloudWatchLogsClient client;
		try {
			client = this.clientSource.client();
		}
		catch (RuntimeException ex) {
			return new Outcome.TryLater(Outcomes.trouble(Trouble.Kind.NOT_CONFIGURED, ex));
		}
		try {
			return call.apply(client);
		}
		catch (SdkException ex) {
			return Outcomes.of(ex);
		}
	}

	@Override
	public void close() {
		this.clientSource.close();
	}

}
