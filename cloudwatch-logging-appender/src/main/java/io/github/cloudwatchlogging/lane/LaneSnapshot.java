package io.github.cloudwatchlogging.lane;

import java.time.Duration;

import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.ledger.Balance;

/**
 * Where a lane stood at one moment.
 *
 * @param destination where its events go
 * @param balance where its events are
 * @param pendingBytes the size of its pending batches, as the service counts it
 * @param oldestPendingAge how long its oldest pending event has waited; zero if none is
 * pending
 */
public record LaneSnapshot(Destination destination, Balance balance, long pendingBytes, Duration oldestPendingAge) {

}
