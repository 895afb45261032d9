package io.github.cloudwatchlogging.test.fault;

import io.github.cloudwatchlogging.test.store.EventBatch;
import org.jspecify.annotations.Nullable;

/**
 * What a fault may look at when it decides whether a request concerns it.
 *
 * @param operation the operation, for instance {@code PutLogEvents}
 * @param group the group it names, or {@code null}
 * @param stream the stream it names, or {@code null}
 * @param events the events it brings; empty for operations that bring none
 */
public record ApiCall(String operation, @Nullable String group, @Nullable String stream, EventBatch events) {

}
