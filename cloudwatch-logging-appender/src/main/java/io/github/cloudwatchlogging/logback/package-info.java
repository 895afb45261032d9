/**
 * Placeholder.
 */
@NullMarked
package io.github.cloudwatchlogging.logback;

import org.jspecify.annotations.NullMarked;
