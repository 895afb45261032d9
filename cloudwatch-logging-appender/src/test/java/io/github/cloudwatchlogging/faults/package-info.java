/**
 * What a steady load comes to while the service, the network or a clock goes wrong in its
 * middle: a {@link io.github.cloudwatchlogging.faults.Drill} for each fault, held to what
 * the server recorded. Short by default; with {@code -Psoak} each lasts minutes.
 */
@NullMarked
package io.github.cloudwatchlogging.faults;

import org.jspecify.annotations.NullMarked;
