package io.github.cloudwatchlogging.spool;

import io.github.cloudwatchlogging.batch.Batch;
import io.github.cloudwatchlogging.event.Destination;

/**
 * A batch that another process left.
 *
 * @param destination where the batch goes
 * @param batch the sealed batch
 */
public record RecoveredBatch(Destination destination, Batch batch) {

}
