/**
 * Placeholder.
 */
@NullMarked
package io.github.cloudwatchlogging.test;

import org.jspecify.annotations.NullMarked;
