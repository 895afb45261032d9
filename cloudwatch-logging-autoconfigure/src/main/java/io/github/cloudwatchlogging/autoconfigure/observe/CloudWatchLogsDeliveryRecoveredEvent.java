package io.github.cloudwatchlogging.autoconfigure.observe;

import io.github.cloudwatchlogging.event.Destination;

/**
 * The service answers for a stream again. Published by the application context, on a
 * thread of its own.
 *
 * @param destination the log group and stream
 * @param attempts how many calls had failed in a row
 * @see CloudWatchLogsDeliveryFailingEvent
 */
public record CloudWatchLogsDeliveryRecoveredEvent(Destination destination, int attempts) {

}
