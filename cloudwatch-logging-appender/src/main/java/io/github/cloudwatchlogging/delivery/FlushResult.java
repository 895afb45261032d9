package io.github.cloudwatchlogging.delivery;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
		Map<Destination, StreamResult> merged = new LinkedHashMap<>();
		this.streams.forEach((stream) -> merged.put(stream.destination(),
				new StreamResult(stream.destination(), stream.delivered(), stream.lost(), 0)));
		next.streams.forEach((stream) -> merged.merge(stream.destination(), stream,
				(one, other) -> new StreamResult(one.destination(), one.delivered() + other.delivered(),
						one.lost() + other.lost(), other.left())));
		return new FlushResult(List.copyOf(merged.values()), this.took.plus(next.took));
	}

	/**
	 * Returns what this flush and another one achieved, which went on at the same time.
	 * @param other a flush of another engine
	 * @return both, with one entry for each destination
	 */
	public FlushResult plus(FlushResult other) {
		Map<Destination, StreamResult> merged = new LinkedHashMap<>();
		this.streams.forEach((stream) -> merged.put(stream.destination(), stream));
		other.streams.forEach((stream) -> merged.merge(stream.destination(), stream,
				(one, same) -> new StreamResult(one.destination(), one.delivered() + same.delivered(),
						one.lost() + same.lost(), one.left() + same.left())));
		return new FlushResult(List.copyOf(merged.values()),
				(this.took.compareTo(other.took) >= 0) ? this.took : other.took);
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

	}

}
