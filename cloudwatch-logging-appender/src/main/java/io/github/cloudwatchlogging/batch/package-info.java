/**
 * The batch: one run of encoded events for one destination that fits one PutLogEvents
 * call. Touches the leaves only.
 */
@NullMarked
package io.github.cloudwatchlogging.batch;

import org.jspecify.annotations.NullMarked;
