/**
 * The lane: one destination's open batch and its sealed batches in order, and the buffer
 * that all lanes share. Touches {@code batch} and the leaves.
 */
@NullMarked
package io.github.cloudwatchlogging.lane;

import org.jspecify.annotations.NullMarked;
