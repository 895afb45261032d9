/**
 * JMH benchmarks. Touches whatever it measures, and is touched by nothing.
 */
@NullMarked
package io.github.cloudwatchlogging.benchmarks;

import org.jspecify.annotations.NullMarked;
