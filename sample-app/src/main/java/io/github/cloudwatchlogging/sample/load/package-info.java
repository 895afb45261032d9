/**
 * Logs many numbered events.
 */
@NullMarked
package io.github.cloudwatchlogging.sample.load;

import org.jspecify.annotations.NullMarked;
