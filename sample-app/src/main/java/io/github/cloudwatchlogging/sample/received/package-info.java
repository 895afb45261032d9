/**
 * Says which of the numbered events have arrived.
 */
@NullMarked
package io.github.cloudwatchlogging.sample.received;

import org.jspecify.annotations.NullMarked;
