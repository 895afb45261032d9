/**
 * A reader of log files that behaves as the CloudWatch agent does, with its pitfalls, on
 * a clock that tests drive.
 */
@NullMarked
package io.github.cloudwatchlogging.test.agent;

import org.jspecify.annotations.NullMarked;
