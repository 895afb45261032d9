/**
 * Delivers batches to files that a CloudWatch agent reads: what the engine takes for the
 * service is here a directory. Touches {@code delivery}, {@code batch} and the leaves,
 * and knows neither Logback nor the SDK.
 */
@NullMarked
package io.github.cloudwatchlogging.agent.files;

import org.jspecify.annotations.NullMarked;
