/**
 * Crash-safe mode with real processes: applications that are killed, start again, share a
 * directory or run out of disk, held to what the server recorded.
 */
@NullMarked
package io.github.cloudwatchlogging.crash;

import org.jspecify.annotations.NullMarked;
