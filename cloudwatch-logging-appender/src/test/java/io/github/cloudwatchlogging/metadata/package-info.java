/**
 * Metadata of platforms, read from servers that answer as theirs do.
 */
@NullMarked
package io.github.cloudwatchlogging.metadata;

import org.jspecify.annotations.NullMarked;
