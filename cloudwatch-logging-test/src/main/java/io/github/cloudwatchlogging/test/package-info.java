/**
 * An embedded Amazon CloudWatch Logs server for tests that enforces the service's
 * contract. {@link io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs} puts the
 * other packages together; none of them but {@code junit} knows this one.
 */
@NullMarked
package io.github.cloudwatchlogging.test;

import org.jspecify.annotations.NullMarked;
