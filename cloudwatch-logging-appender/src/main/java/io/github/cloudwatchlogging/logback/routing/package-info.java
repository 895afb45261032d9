/**
 * Which events are taken, and where each of them goes.
 */
@NullMarked
package io.github.cloudwatchlogging.logback.routing;

import org.jspecify.annotations.NullMarked;
