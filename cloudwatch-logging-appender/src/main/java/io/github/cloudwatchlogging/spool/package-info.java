/**
 * The spool: batches in files that survive the process, and their recovery by whoever
 * starts next. Its work is done in turns on threads that {@code delivery} owns. Touches
 * {@code batch} and the leaves.
 */
@NullMarked
package io.github.cloudwatchlogging.spool;

import org.jspecify.annotations.NullMarked;
