package io.github.cloudwatchlogging.aws;

import java.util.Objects;
import java.util.function.Function;

import io.github.cloudwatchlogging.batch.BatchSlice;
import io.github.cloudwatchlogging.delivery.LogsService;
import io.github.cloudwatchlogging.delivery.Outcome;
import io.github.cloudwatchlogging.delivery.Trouble;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.settings.CreateSettings;
import io.github.cloudwatchlogging.settings.EntitySettings;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.RejectedLogEventsInfo;

/**
 * The service through the SDK's client.
 */
public final class AwsLogsService implements LogsService {

	private final ClientSource clientSource;

	private final GroupCreation groupCreation;

	private final PutCall putAsBytes;

	private final PutCall putThroughModel;

	private volatile @Nullable ClientInUse lastClient;

	/**
	 * Creates the service.
	 * @param clientSource where the client comes from; closed with the service
	 * @param create what is set on new groups
	 * @param entity what the events come from
	 */
	public AwsLogsService(ClientSource clientSource, CreateSettings create, EntitySettings entity) {
		this.clientSource = clientSource;
		this.groupCreation = new GroupCreation(create);
		this.putAsBytes = new PutAsBytes(entity);
		this.putThroughModel = new PutThroughModel(entity);
	}

	@Override
	public Outcome putLogEvents(Destination destination, BatchSlice slice) {
		return call((client) -> {
			PutCall putCall = inUse(client).takesBodies() ? this.putAsBytes : this.putThroughModel;
			PutLogEventsResponse response = putCall.put(client, destination, slice);
			RejectedLogEventsInfo rejected = response.rejectedLogEventsInfo();
			String entityError = entityError(response);
			return (rejected != null) ? partlyRejected(rejected, slice.count(), entityError)
					: new Outcome.Delivered(entityError);
		});
	}

	private static @Nullable String entityError(PutLogEventsResponse response) {
		return (response.rejectedEntityInfo() != null) ? response.rejectedEntityInfo().errorTypeAsString() : null;
	}

	private static Outcome partlyRejected(RejectedLogEventsInfo rejected, int count, @Nullable String entityError) {
		return new Outcome.PartlyRejected(Objects.requireNonNullElse(rejected.tooOldLogEventEndIndex(), 0),
				Objects.requireNonNullElse(rejected.expiredLogEventEndIndex(), 0),
				Objects.requireNonNullElse(rejected.tooNewLogEventStartIndex(), count), entityError);
	}

	/**
	 * {@inheritDoc}
	 *
	 * @see <a href=
	 * "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutLogEvents.html">PutLogEvents</a>,
	 * which takes parallel calls for one stream
	 */
	@Override
	public boolean ordersByTime() {
		return true;
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
		return call((client) -> this.groupCreation.create(client, group));
	}

	@Override
	public Outcome putRetentionPolicy(String group, int days) {
		return call((client) -> {
			client.putRetentionPolicy((request) -> request.logGroupName(group).retentionInDays(days));
			return new Outcome.Created();
		});
	}

	/**
	 * Returns where the last call was sent.
	 * @return the connection
	 */
	public Connection connection() {
		ClientInUse last = this.lastClient;
		return (last != null) ? Connection.of(last.client()) : Connection.UNKNOWN;
	}

	// Nearly always the last one again, and to find out what it takes is 50 µs.
	private ClientInUse inUse(CloudWatchLogsClient client) {
		ClientInUse last = this.lastClient;
		if (last == null || last.client() != client) {
			last = new ClientInUse(client, BodyInterceptor.isIn(client));
			this.lastClient = last;
		}
		return last;
	}

	private Outcome call(Function<CloudWatchLogsClient, Outcome> call) {
		CloudWatchLogsClient client;
		try {
			client = inUse(this.clientSource.client()).client();
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

	private record ClientInUse(CloudWatchLogsClient client, boolean takesBodies) {

	}

}
