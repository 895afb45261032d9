/**
 * Orders: taken over HTTP, kept in a database, shipped by a scheduled job.
 */
@NullMarked
package io.github.cloudwatchlogging.sample.orders;

import org.jspecify.annotations.NullMarked;
