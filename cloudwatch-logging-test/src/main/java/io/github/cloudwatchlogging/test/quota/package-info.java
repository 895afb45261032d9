/**
 * How many requests a second are let through, for each operation. Touches no other
 * package.
 */
@NullMarked
package io.github.cloudwatchlogging.test.quota;

import org.jspecify.annotations.NullMarked;
