/**
 * What concerns the CloudWatch agent: {@code files} for it to read, and its
 * {@code config}. Holds nothing itself.
 */
@NullMarked
package io.github.cloudwatchlogging.agent;

import org.jspecify.annotations.NullMarked;
