package io.github.cloudwatchlogging.test.api;

import io.github.cloudwatchlogging.test.contract.Entity;
import io.github.cloudwatchlogging.test.store.EventBatch;
import org.jspecify.annotations.Nullable;

/**
 * A PutLogEvents request that satisfies the API model.
 *
 * @param group the group's name
 * @param stream the stream's name
 * @param events the events, in the order of the request
 * @param entity the entity, or {@code null}
 */
record PutLogEventsRequest(String group, String stream, EventBatch events, @Nullable Entity entity) {

}
