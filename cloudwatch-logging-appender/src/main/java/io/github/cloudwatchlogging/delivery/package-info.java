/**
 * The threads, the retry policy, flush and drain. Sees the service through
 * {@link io.github.cloudwatchlogging.delivery.LogsService}. Touches {@code lane},
 * {@code spool}, {@code batch} and the leaves; knows neither Logback nor the AWS SDK.
 */
@NullMarked
package io.github.cloudwatchlogging.delivery;

import org.jspecify.annotations.NullMarked;
