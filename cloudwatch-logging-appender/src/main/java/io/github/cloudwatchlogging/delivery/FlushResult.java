package io.github.cloudwatchlogging.delivery;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.cloudwatchlogging.event.Destination;

/**
 * What a flush achieved for the events that were pending when it began.
 *
 * @param streams one entry for each destination that had pending events
 * @param took how long it took
 */
public record FlushResult(List<StreamResult> streams, Duration took) {

	/**
	 * The result of a flush where nothing was pending.
	 */
	public static final FlushResult NOTHING = new FlushResult(List.of(), Duration.ZERO);

	public FlushResult {
		streams = List.copyOf(streams);
	}

	/**
	 * Returns whether nothing is left.
	 * @return whether each of the events was delivered, rejected or dropped
	 */
	public boolean isComplete() {
		return left() == 0;
	}

	/**
	 * Returns how many events the service took.
	 * @return the sum over all streams
	 */
	public long delivered() {
		return this.streams.stream().mapToLong(StreamResult::delivered).sum();
	}

	/**
	 * Returns how many events are left.
	 * @return the sum over all streams
	 */
	public long left() {
		return this.streams.stream().mapToLong(StreamResult::left).sum();
	}

	/**
	 * Returns what this flush and the next one achieved together. What this one left is
	 * what the next one began with.
	 * @param next a flush of the same engine, begun after this one ended
	 * @return both, with what was left in the end
	 */
	public FlushResult followedBy(FlushResult next) {
		Stream<StreamResult> ended = this.streams.stream()
			.map((stream) -> new StreamResult(stream.destination(), stream.delivered(), stream.lost(), 0));
		return new FlushResult(sum(Stream.concat(ended, next.streams.stream())), this.took.plus(next.took));
	}

	/**
	 * Returns what this flush and another one achieved, which went on at the same time.
	 * @param other a flush of another engine
	 * @return both, with one entry for each destination
	 */
	public FlushResult plus(FlushResult other) {
		return new FlushResult(sum(Stream.concat(this.streams.stream(), other.streams.stream())),
				(this.took.compareTo(other.took) >= 0) ? this.took : other.took);
	}

	private static List<StreamResult> sum(Stream<StreamResult> results) {
		Map<Destination, StreamResult> byDestination = new LinkedHashMap<>();
		results.forEach((result) -> byDestination.merge(result.destination(), result, StreamResult::plus));
		return List.copyOf(byDestination.values());
	}

	/**
	 * What a flush achieved for one stream.
	 *
	 * @param destination the log group and stream
	 * @param delivered how many of the events the service took
	 * @param lost how many were rejected or dropped
	 * @param left how many are still undelivered
	 */
	public record StreamResult(Destination destination, long delivered, long lost, long left) {

		StreamResult plus(StreamResult other) {
			return new StreamResult(this.destination, this.delivered + other.delivered, this.lost + other.lost,
					this.left + other.left);
		}

	}

}
