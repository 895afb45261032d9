/**
 * What an application's own code sees of the delivery: a bean that flushes, and events
 * when delivery breaks and recovers. Touches Spring, and the appender's {@code logback},
 * {@code delivery} and leaf rooms.
 */
@NullMarked
package io.github.cloudwatchlogging.autoconfigure.observe;

import org.jspecify.annotations.NullMarked;
