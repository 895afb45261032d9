/**
 * A stand-in for a JVM that can be frozen, which {@code org.crac} finds by the name of
 * this package. It calls the resources as such a JVM does, and waits for a line on
 * standard input where that one would end and be restored.
 */
@NullMarked
package io.github.cloudwatchlogging.autoconfigure.crac;

import org.jspecify.annotations.NullMarked;
