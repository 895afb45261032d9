/**
 * The appender and what translates between Logback and the engine: the only room that
 * knows Logback.
 */
@NullMarked
package io.github.cloudwatchlogging.logback;

import org.jspecify.annotations.NullMarked;
