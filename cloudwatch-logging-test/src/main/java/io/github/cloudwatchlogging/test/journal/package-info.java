/**
 * What was asked of the server and what it answered. Touches no other package.
 */
@NullMarked
package io.github.cloudwatchlogging.test.journal;

import org.jspecify.annotations.NullMarked;
