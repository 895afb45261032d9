/**
 * Starts the embedded CloudWatch Logs server where no other one is configured.
 */
@NullMarked
package io.github.cloudwatchlogging.sample.embedded;

import org.jspecify.annotations.NullMarked;
