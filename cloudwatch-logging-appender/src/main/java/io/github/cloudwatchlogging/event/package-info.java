/**
 * An encoded log event's parts that no other room owns: its destination, its text as
 * UTF-8, and the service's limits on both. A leaf: touches nothing but the JDK.
 */
@NullMarked
package io.github.cloudwatchlogging.event;

import org.jspecify.annotations.NullMarked;
