/**
 * What the page at {@code /} asks for: the events that the embedded server holds, faults
 * of that server, and lines of each level.
 */
@NullMarked
package io.github.cloudwatchlogging.sample.page;

import org.jspecify.annotations.NullMarked;
