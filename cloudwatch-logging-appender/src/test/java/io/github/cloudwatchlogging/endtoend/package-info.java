/**
 * The appender as its users run it, held to what arrived at a server over HTTP.
 */
@NullMarked
package io.github.cloudwatchlogging.endtoend;

import org.jspecify.annotations.NullMarked;
