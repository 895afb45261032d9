package io.github.cloudwatchlogging.spool;

import io.github.cloudwatchlogging.batch.Batch;
import io.github.cloudwatchlogging.event.Destination;

/**
 * A batch that another process left.
 *
 * @param owner the process, as its directory was named; its batches are handed on in
 * their order
 * @param destination where the batch goes
 * @param batch the sealed batch
 */
public record RecoveredBatch(String owner, Destination destination, Batch batch) {

}
