package io.github.cloudwatchlogging.delivery;

import java.time.Instant;

import io.github.cloudwatchlogging.event.Destination;

/**
 * A call that brought nothing.
 *
 * @param time when that was known
 * @param destination whose events it was to deliver
 * @param trouble why
 */
public record Failure(Instant time, Destination destination, Trouble trouble) {

}
