/**
 * A small order service that ships its log events to Amazon CloudWatch Logs.
 */
@NullMarked
package io.github.cloudwatchlogging.sample;

import org.jspecify.annotations.NullMarked;
