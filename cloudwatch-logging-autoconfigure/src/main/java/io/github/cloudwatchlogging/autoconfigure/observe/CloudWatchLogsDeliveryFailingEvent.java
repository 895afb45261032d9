package io.github.cloudwatchlogging.autoconfigure.observe;

import io.github.cloudwatchlogging.delivery.Trouble;
import io.github.cloudwatchlogging.event.Destination;

/**
 * A stream gets no events any more, or for another reason than before. Published by the
 * application context, on a thread of its own. Events are kept while there is room.
 *
 * @param destination the log group and stream
 * @param trouble why; without secrets
 * @see CloudWatchLogsDeliveryRecoveredEvent
 */
public record CloudWatchLogsDeliveryFailingEvent(Destination destination, Trouble trouble) {

}
