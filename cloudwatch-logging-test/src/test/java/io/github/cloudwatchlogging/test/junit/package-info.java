/**
 * Tests of the JUnit extension, which they use as users do.
 */
@NullMarked
package io.github.cloudwatchlogging.test.junit;

import org.jspecify.annotations.NullMarked;
