package io.github.cloudwatchlogging.logback;

import io.github.cloudwatchlogging.delivery.DeliverySnapshot;
import io.github.cloudwatchlogging.delivery.Failure;
import io.github.cloudwatchlogging.delivery.FlushResult;
import io.github.cloudwatchlogging.delivery.HistorySnapshot;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.lane.LaneSnapshot;
import io.github.cloudwatchlogging.metadata.Metadata;
import io.github.cloudwatchlogging.template.LateNames;
import io.github.cloudwatchlogging.template.NameRule;
import org.jspecify.annotations.Nullable;

/**
 * What the placeholders in the names of destinations stand for. The engine knows a
 * destination by its placeholders from its first event to its last; the service and
 * people get what they stand for. Thread-safe.
 */
final class DestinationNames {

	private final Metadata metadata;

	DestinationNames(Metadata metadata) {
		this.metadata = metadata;
	}

	/**
	 * Returns the destination as the service knows it. Waits for the metadata if need be:
	 * for the threads of the engine alone.
	 */
	Destination complete(Destination destination) {
		return LateNames.complete(destination, this::await);
	}

	/**
	 * Returns the log group's name as the service knows it; waits likewise.
	 */
	String completeGroup(String group) {
		return LateNames.complete(group, NameRule.LOG_GROUP, this::await);
	}

	/**
	 * Returns the destination for people: with its placeholders as long as they stand for
	 * nothing yet.
	 */
	Destination shown(Destination destination) {
		return isDecided(destination.group()) && isDecided(destination.stream()) ? complete(destination) : destination;
	}

	/**
	 * Returns a text about destinations for people.
	 */
	String shown(String text) {
		return LateNames.describe(text, (variable) -> this.metadata.isDecided(variable) ? await(variable) : null);
	}

	FlushResult shown(FlushResult result) {
		return new FlushResult(result.streams()
			.stream()
			.map((stream) -> new FlushResult.StreamResult(shown(stream.destination()), stream.delivered(),
					stream.lost(), stream.left()))
			.toList(), result.took());
	}

	DeliverySnapshot shown(DeliverySnapshot snapshot) {
		return new DeliverySnapshot(snapshot.balance(), snapshot.lanes().stream().map(this::shown).toList(),
				snapshot.bufferUsedBytes(), snapshot.bufferLimitBytes(), snapshot.spool(), snapshot.rejectedEntities(),
				shown(snapshot.history()));
	}

	private DeliverySnapshot.LaneStatus shown(DeliverySnapshot.LaneStatus status) {
		LaneSnapshot lane = status.lane();
		return new DeliverySnapshot.LaneStatus(
				new LaneSnapshot(shown(lane.destination()), lane.balance(), lane.pendingBytes(),
						lane.oldestPendingAge()),
				status.trouble(), status.lastDelivered(),
				(status.lastFailure() != null) ? shown(status.lastFailure()) : null);
	}

	private HistorySnapshot shown(HistorySnapshot history) {
		return new HistorySnapshot(history.startedAt(), history.lastDelivered(), history.lastLoss(),
				history.recentFailures().stream().map(this::shown).toList());
	}

	private Failure shown(Failure failure) {
		return new Failure(failure.time(), shown(failure.destination()), failure.trouble());
	}

	private boolean isDecided(String name) {
		return LateNames.variables(name).stream().allMatch(this.metadata::isDecided);
	}

	private @Nullable String await(String variable) {
		try {
			return this.metadata.await(variable);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while waiting for {" + variable + "}", ex);
		}
	}

}
